/** A tool as a model was offered it; `parameters` is JSON Schema. */
export interface ExampleTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface ExampleCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What an assistant says in one step. */
export interface AssistantMessage {
  readonly role: 'assistant';
  readonly text: string;
  readonly calls: readonly ExampleCall[];
}

/** A message as every trainer has it in one form or another. A system message stands first or nowhere. */
export type ExampleMessage =
  | { readonly role: 'system' | 'user'; readonly text: string }
  | AssistantMessage
  | { readonly role: 'tool'; readonly call_id: string; readonly name: string; readonly text: string };

interface ExampleHead {
  /** Digest of run and place: says nothing of who asked. */
  readonly id: string;
  /** Digest of the conversation, by which sets are split. */
  readonly conversation: string;
  readonly locale: string;
  readonly tools: readonly ExampleTool[];
}

/** A whole exchange to imitate; ends with an assistant's message. */
export interface SftExample extends ExampleHead {
  readonly kind: 'sft';
  readonly messages: readonly ExampleMessage[];
}

/** Two answers to one prompt, one of them better. */
export interface DpoExample extends ExampleHead {
  readonly kind: 'dpo';
  readonly prompt: readonly ExampleMessage[];
  readonly chosen: AssistantMessage;
  readonly rejected: AssistantMessage;
  /** `repair`: all cards of a draft were refused, and the next was accepted; `guarded`: what the guard made of an answer; `call`: a call that was refused, and the one that was taken. */
  readonly why: 'repair' | 'guarded' | 'call';
}

/** One answer, wanted or not. */
export interface KtoExample extends ExampleHead {
  readonly kind: 'kto';
  readonly prompt: readonly ExampleMessage[];
  readonly completion: AssistantMessage;
  readonly label: boolean;
  readonly why: 'rated' | DpoExample['why'];
}

/** A prompt to answer anew, with what a reward may be measured against. */
export interface GrpoExample extends ExampleHead {
  readonly kind: 'grpo';
  readonly prompt: readonly ExampleMessage[];
  /** The calls of the run that was accepted, as JSON: `[{name, arguments}]`. */
  readonly reference_calls: string;
}

export type Example = SftExample | DpoExample | KtoExample | GrpoExample;
export const kinds = ['sft', 'dpo', 'kto', 'grpo'] as const;
export type Kind = (typeof kinds)[number];

/** A record as one line of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** A format that one trainer reads. */
export interface Format {
  readonly name: string;
  /** Where its documentation stands. */
  readonly documentation: string;
  readonly kinds: readonly Kind[];
  write(example: Example): Json;
  /** Reads a record as the trainer would, by the rules of its documentation. @throws FormatFault naming the field and the rule */
  read(record: Json, kind: Kind): Reading;
}

/** What a trainer takes from a record: enough to see that nothing was lost. */
export interface Reading {
  readonly tools: readonly ExampleTool[];
  /** Messages before what is learnt; for `sft` all of them. */
  readonly messages: readonly ExampleMessage[];
  readonly answers: readonly AssistantMessage[];
  readonly label?: boolean;
}

/** A record that its trainer would refuse or misread. */
export class FormatFault extends Error {
  override readonly name = 'FormatFault';
}
