import * as v from 'valibot';
import { mcpServersSchema } from '../../bff/remote/mcp/config.ts';
import { connectMcp, type McpBridge, type McpOptions, type McpWarning } from '../../bff/tools/mcp/connect.ts';
import { createToolRegistry } from '../../bff/tools/registry.ts';
import type { ToolContext, ToolResult } from '../../bff/tools/tool.ts';

/** A bridge with its warnings, and calls by name as a model makes them: through the registry. */
export interface TestBridge {
  readonly bridge: McpBridge;
  readonly warnings: readonly McpWarning[];
  names(): string[];
  /** The result, or what the model is told instead of a call. */
  call(name: string, args?: unknown, signal?: AbortSignal): Promise<ToolResult>;
  /** What a call answered, past the frame. */
  answer(name: string, args?: unknown): Promise<unknown>;
}

/** @param servers as in `MCP_SERVERS`. */
export async function connectTestBridge(servers: unknown, options: Partial<McpOptions> = {}): Promise<TestBridge> {
  const warnings: McpWarning[] = [];
  const bridge = await connectMcp(v.parse(mcpServersSchema, servers), { onWarning: (warning) => warnings.push(warning), ...options });
  const call: TestBridge['call'] = async (name, args = {}, signal = new AbortController().signal) => {
    const context: ToolContext = { locale: 'en', signal, inLedger: () => false };
    const checked = createToolRegistry(bridge.tools()).check(name, JSON.stringify(args), context);
    return checked.ok ? checked.run() : { ok: false, text: checked.text, summary: '' };
  };
  return {
    bridge,
    warnings,
    names: () => bridge.tools().map((tool) => tool.name),
    call,
    answer: async (name, args) => (JSON.parse((await call(name, args)).text) as { answer?: unknown }).answer,
  };
}
