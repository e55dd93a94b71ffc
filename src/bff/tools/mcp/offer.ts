import type { Tool as RemoteTool } from '@modelcontextprotocol/client';
import { promptText } from '../../language/hygiene.ts';
import type { McpConnection } from '../../remote/mcp/connection.ts';
import type { Resilience } from '../../remote/resilience.ts';
import type { Tool } from '../tool.ts';
import { acceptInputSchema } from './input-schema.ts';
import { modelToolName } from './names.ts';
import { createRemoteTool } from './remote-tool.ts';

/** Tools of one server. Providers stop at 128 in all, and a model chooses badly long before. */
const MAX_TOOLS = 32;

export interface OfferOptions {
  readonly server: string;
  /** The allow-list, by the server's names; absent: all. */
  readonly allowed?: readonly string[];
  readonly connection: McpConnection;
  readonly resilience: Resilience;
  readonly hide: (text: string) => string;
  readonly warn: (warning: { readonly tool: string; readonly problem: string }) => void;
}

/** What one server offers at present. */
export interface Offer {
  update(tools: readonly RemoteTool[]): void;
  /** The tools under names that are free; each name is added to `taken`. */
  tools(names: { readonly reserved: ReadonlySet<string>; readonly taken: Set<string> }): Tool[];
}

/** Chooses, checks and names the tools of one server. What is left out is told once, and does not stop the others. */
export function createOffer(options: OfferOptions): Offer {
  const { server, allowed, connection, resilience, hide, warn } = options;
  let listed: readonly RemoteTool[] = [];

  const leaveOut = (name: string, problem: string): void => warn({ tool: promptText(name, 80), problem });

  const toTool = (remote: RemoteTool, names: Parameters<Offer['tools']>[0]): Tool[] => {
    const verdict = acceptInputSchema(remote.inputSchema);
    const name = modelToolName(server, remote.name, names);
    if (!verdict.ok || name === null) {
      leaveOut(remote.name, verdict.ok ? "its name is that of one of Aisle's own tools" : verdict.problem);
      return [];
    }
    names.taken.add(name);
    return [createRemoteTool({ server, name, remote, schema: verdict.schema, connection, resilience, hide })];
  };

  return {
    update(tools) {
      const distinct = [...new Map(tools.map((tool) => [tool.name, tool])).values()];
      const wanted = allowed ? distinct.filter((tool) => allowed.includes(tool.name)) : distinct;
      for (const name of allowed ?? [])
        if (!distinct.some((tool) => tool.name === name)) leaveOut(name, 'it is on the allow-list, but the server has no such tool');
      for (const { name } of wanted.slice(MAX_TOOLS))
        leaveOut(name, `a server may offer ${MAX_TOOLS} tools; name the ones you want in "tools"`);
      listed = wanted.slice(0, MAX_TOOLS);
    },
    tools: (names) => listed.flatMap((remote) => toTool(remote, names)),
  };
}
