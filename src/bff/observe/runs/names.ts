/**
 * Names of the GenAI semantic conventions of OpenTelemetry, as of their own repository (semantic-conventions-genai, 2026).
 * They are still in development there, so they stand in one place here.
 */
export const attribute = {
  operation: 'gen_ai.operation.name',
  provider: 'gen_ai.provider.name',
  agent: 'gen_ai.agent.name',
  conversation: 'gen_ai.conversation.id',
  requestModel: 'gen_ai.request.model',
  maxTokens: 'gen_ai.request.max_tokens',
  stream: 'gen_ai.request.stream',
  finishReasons: 'gen_ai.response.finish_reasons',
  firstChunk: 'gen_ai.response.time_to_first_chunk',
  inputTokens: 'gen_ai.usage.input_tokens',
  outputTokens: 'gen_ai.usage.output_tokens',
  cachedTokens: 'gen_ai.usage.cache_read.input_tokens',
  tokenType: 'gen_ai.token.type',
  toolName: 'gen_ai.tool.name',
  toolType: 'gen_ai.tool.type',
  toolCallId: 'gen_ai.tool.call.id',
  inputMessages: 'gen_ai.input.messages',
  outputMessages: 'gen_ai.output.messages',
  toolArguments: 'gen_ai.tool.call.arguments',
  toolResult: 'gen_ai.tool.call.result',
  serverAddress: 'server.address',
  serverPort: 'server.port',
  errorType: 'error.type',
  /** Our own: the run in the run log. */
  run: 'aisle.run.id',
  site: 'aisle.site',
  outcome: 'aisle.run.outcome',
} as const;

export const metric = {
  chat: 'gen_ai.client.operation.duration',
  firstChunk: 'gen_ai.client.operation.time_to_first_chunk',
  tokens: 'gen_ai.client.token.usage',
  agent: 'gen_ai.invoke_agent.duration',
  tool: 'gen_ai.execute_tool.duration',
} as const;

/** Seconds, as the conventions advise for all durations. */
export const SECONDS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];
/** Tokens, powers of four, as the conventions advise. */
export const TOKENS = Array.from({ length: 14 }, (_, power) => 4 ** power);

/** What the whole of Aisle is called as an agent. */
export const AGENT = 'aisle';
/** The one name for every tool the model made up: its own words would be a label without end. */
export const UNKNOWN_TOOL = 'unknown';
