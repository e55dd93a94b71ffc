import type { ModelRequest, Usage } from '../../model/port.ts';
import type { RunEntry, RunOutcome } from '../../runs/log.ts';

/** A span of time: wall clock for what people read, monotonic for how long. */
export interface Took {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly seconds: number;
}

/** One call of the model. */
export interface ChatRead extends Took {
  readonly model: string;
  readonly request: ModelRequest;
  /** Seconds until its first word or call; absent when none came. */
  readonly first_s?: number;
  readonly finish_reason?: string;
  readonly usage?: Usage;
  /** Why it did not end by itself. */
  readonly error?: string;
  /** What it said, where texts are read at all. */
  readonly text?: string;
}

/** One call of a tool. `arguments` and `result` are texts of the model and for the model. */
export interface ToolRead extends Took {
  readonly name: string;
  readonly call_id: string;
  readonly arguments: string;
  readonly result?: string;
  readonly error?: string;
}

/** A whole run. */
export interface AgentRead extends Took {
  /** `lost`: another replica has it now, or the log is gone. */
  readonly outcome: RunOutcome | 'lost';
  readonly error?: string;
  /** Seconds until the shopper saw the first word. */
  readonly first_word_s?: number;
  readonly chats: number;
  readonly tools: number;
  readonly usage: Required<Usage>;
}

/** What is made of a run while it runs: spans, metrics, a line of the log. */
export interface RunSink {
  started?(startedAt: number): void;
  chat?(chat: ChatRead): void;
  tool?(tool: ToolRead): void;
  ended?(agent: AgentRead): void;
}

interface OpenChat {
  readonly model: string;
  readonly request: ModelRequest;
  readonly startedAt: number;
  readonly from: number;
  first?: number;
  /** Monotonic end, once tools run. */
  until?: number;
  text: string;
}

export interface RunReadingOptions {
  readonly sinks: readonly RunSink[];
  /** Monotonic clock, milliseconds. */
  readonly clock: () => number;
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number;
  /** Whether the model's words are collected: off by default, for they may hold what a shopper said. */
  readonly texts?: boolean;
}

/**
 * Reads a run's entries as they are written and tells what took how long. Spans, metrics and log lines are readings of the run
 * log like the stream and the replay: nothing is recorded twice.
 */
export class RunReading {
  readonly #sinks: readonly RunSink[];
  readonly #clock: () => number;
  readonly #texts: boolean;
  readonly #startedAt: number;
  readonly #from: number;
  #chat: OpenChat | undefined;
  readonly #tools = new Map<string, { name: string; arguments: string; startedAt: number; from: number }>();
  #firstWord: number | undefined;
  #error: string | undefined;
  #counts = { chats: 0, tools: 0 };
  #usage = { input_tokens: 0, output_tokens: 0, cached_tokens: 0 };
  #ended = false;

  constructor({ sinks, clock, now, texts = false }: RunReadingOptions) {
    this.#sinks = sinks;
    this.#clock = clock;
    this.#texts = texts;
    this.#startedAt = now();
    this.#from = clock();
    for (const sink of sinks) sink.started?.(this.#startedAt);
  }

  /** Called for each entry: most are words, and cost a comparison. */
  entry(entry: RunEntry): void {
    switch (entry.kind) {
      case 'model-text':
        if (!this.#chat) return;
        this.#chat.first ??= this.#clock();
        if (this.#texts) this.#chat.text += entry.text;
        return;
      case 'part':
        if (entry.frame.type === 'text-delta') this.#firstWord ??= this.#clock();
        else if (entry.frame.type === 'error') this.#error = entry.frame.code;
        return;
      case 'model-called':
        // A second one in a step: the model before it did not answer.
        this.#endChat({ error: 'unavailable' });
        this.#counts.chats += 1;
        this.#chat = {
          model: entry.model,
          request: entry.request as ModelRequest,
          startedAt: entry.at,
          from: this.#clock(),
          text: '',
        };
        return;
      case 'tool-called': {
        const now = this.#clock();
        if (this.#chat) {
          this.#chat.first ??= now;
          this.#chat.until ??= now;
        }
        this.#counts.tools += 1;
        this.#tools.set(entry.call_id, { name: entry.name, arguments: entry.arguments, startedAt: entry.at, from: now });
        return;
      }
      case 'tool-returned':
        this.#endTool(entry.call_id, entry.ok ? {} : { error: 'tool_error' }, entry.text);
        return;
      case 'step-finished': {
        const usage = entry.usage as Usage | undefined;
        for (const key of ['input_tokens', 'output_tokens', 'cached_tokens'] as const) this.#usage[key] += usage?.[key] ?? 0;
        this.#endChat({ finish_reason: entry.reason === 'again' ? 'tool_calls' : entry.reason, ...(usage ? { usage } : {}) });
        return;
      }
      case 'run-finished':
        this.#end(entry.outcome);
        return;
      default:
        return;
    }
  }

  /** The run is no longer written here. Said after `run-finished` it changes nothing. */
  close(): void {
    this.#end('lost');
  }

  #end(outcome: AgentRead['outcome']): void {
    if (this.#ended) return;
    this.#ended = true;
    const error = this.#error ?? (outcome === 'lost' ? 'lost' : undefined);
    this.#endChat({ error: error ?? outcome });
    for (const call_id of [...this.#tools.keys()]) this.#endTool(call_id, { error: error ?? outcome });
    const agent: AgentRead = {
      ...this.#took(this.#startedAt, this.#from),
      outcome,
      ...(error === undefined ? {} : { error }),
      ...(this.#firstWord === undefined ? {} : { first_word_s: (this.#firstWord - this.#from) / 1000 }),
      ...this.#counts,
      usage: { ...this.#usage },
    };
    for (const sink of this.#sinks) sink.ended?.(agent);
  }

  #endChat(end: Pick<ChatRead, 'error' | 'finish_reason' | 'usage'>): void {
    const open = this.#chat;
    if (!open) return;
    this.#chat = undefined;
    const chat: ChatRead = {
      model: open.model,
      request: open.request,
      ...this.#took(open.startedAt, open.from, open.until),
      ...(open.first === undefined ? {} : { first_s: (open.first - open.from) / 1000 }),
      ...end,
      ...(this.#texts ? { text: open.text } : {}),
    };
    for (const sink of this.#sinks) sink.chat?.(chat);
  }

  #endTool(call_id: string, end: Pick<ToolRead, 'error'>, result?: string): void {
    const open = this.#tools.get(call_id);
    if (!open) return;
    this.#tools.delete(call_id);
    const tool: ToolRead = {
      name: open.name,
      call_id,
      arguments: open.arguments,
      ...this.#took(open.startedAt, open.from),
      ...(result === undefined ? {} : { result }),
      ...end,
    };
    for (const sink of this.#sinks) sink.tool?.(tool);
  }

  #took(startedAt: number, from: number, until = this.#clock()): Took {
    return { startedAt, seconds: Math.max(0, until - from) / 1000 };
  }
}
