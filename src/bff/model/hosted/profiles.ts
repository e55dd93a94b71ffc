/** What one kind of OpenAI-compatible provider wants sent and gives back. */
export interface Profile {
  /** Name of the field that caps the answer. */
  readonly max_tokens: 'max_tokens' | 'max_completion_tokens';
  /** Whether `stream_options.include_usage` is understood. Where it is not, usage comes by itself. */
  readonly include_usage: boolean;
  /** Sends `parallel_tool_calls: true`; only where that is not the default, since some models refuse the field. */
  readonly parallel_tool_calls: boolean;
  /** Fields of an assistant message that must come back verbatim with its calls. */
  readonly replay: readonly ReplayField[];
  readonly auth: 'bearer' | 'api-key';
  /** Shape of the only call ids it accepts; ids of other models are mapped to it. */
  readonly call_id?: RegExp;
  /** Whether `tool_choice: "none"` is heeded. Where it is not, the tools are left out. */
  readonly tool_choice: boolean;
  /** A tool's message also carries the tool's name. */
  readonly tool_name: boolean;
  /** SSE comments are sent while the answer is being worked on, so they count as progress. */
  readonly comments_are_progress: boolean;
}

export const replayFields = ['reasoning_content', 'reasoning', 'reasoning_details'] as const;
export type ReplayField = (typeof replayFields)[number];

const generic: Profile = {
  max_tokens: 'max_tokens',
  include_usage: true,
  parallel_tool_calls: false,
  replay: ['reasoning_content', 'reasoning_details'],
  auth: 'bearer',
  tool_choice: true,
  tool_name: false,
  comments_are_progress: false,
};

/** Differences from `generic`, one row per provider. */
export const profiles = {
  generic,
  openai: { ...generic, max_tokens: 'max_completion_tokens', replay: [] },
  azure: { ...generic, max_tokens: 'max_completion_tokens', replay: [], auth: 'api-key' },
  deepseek: { ...generic, replay: ['reasoning_content'] },
  // Refuses fields it does not know and ids that are not nine letters or digits; sends usage unasked.
  mistral: { ...generic, include_usage: false, replay: [], call_id: /^[a-zA-Z0-9]{9}$/, tool_name: true },
  xai: { ...generic, max_tokens: 'max_completion_tokens', replay: ['reasoning_content'] },
  ollama: { ...generic, tool_choice: false, replay: ['reasoning'] },
  openrouter: { ...generic, replay: ['reasoning_details'], comments_are_progress: true },
  qwen: { ...generic, parallel_tool_calls: true, replay: ['reasoning_content'] },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;

/** Whether `name` is a row of the table; for reading configuration. */
export function isProfileName(name: string): name is ProfileName {
  return Object.hasOwn(profiles, name);
}

const hosts: readonly (readonly [RegExp, ProfileName])[] = [
  [/(^|\.)openai\.com$/, 'openai'],
  [/(^|\.)azure\.com$/, 'azure'],
  [/(^|\.)deepseek\.com$/, 'deepseek'],
  [/(^|\.)mistral\.ai$/, 'mistral'],
  [/(^|\.)x\.ai$/, 'xai'],
  [/(^|\.)openrouter\.ai$/, 'openrouter'],
  [/^dashscope[a-z-]*\.aliyuncs\.com$/, 'qwen'],
];

/** The profile of a well-known host; `generic` for every other. */
export function profileOf(url: URL): ProfileName {
  if (url.port === '11434') return 'ollama';
  return hosts.find(([host]) => host.test(url.hostname))?.[1] ?? 'generic';
}
