import * as v from 'valibot';
import type { Tool, ToolContext, ToolDefinition, ToolResult } from './tool.ts';
import { withoutNulls } from './without-nulls.ts';

/** A call checked against the registry: ready to run, or an answer that tells the model what to do instead. */
export type CheckedCall =
  | { readonly ok: true; readonly direct: boolean; status(): Promise<string>; run(): Promise<ToolResult> }
  | { readonly ok: false; readonly text: string };

/** The tools one shop has connected. */
export interface ToolRegistry {
  definitions(): Promise<ToolDefinition[]>;
  /** Whether the shop has connected a tool of that name. */
  has(name: string): boolean;
  /** Looks up by exact name and checks the arguments; never throws for what a model wrote. */
  check(name: string, json: string, context: ToolContext): CheckedCall;
}

const issueText = (issue: v.BaseIssue<unknown>): string => `${v.getDotPath(issue) ?? 'arguments'}: ${issue.message}`;

/** @param tools in the order a model is offered them; a function where the list changes while the BFF runs (MCP). */
export function createToolRegistry(tools: readonly Tool[] | (() => readonly Tool[])): ToolRegistry {
  const current = typeof tools === 'function' ? tools : () => tools;
  // Compared and not looked up in an object: the name comes from outside, and `__proto__` is a name like any other.
  const named = (name: string): Tool | undefined => current().find((tool) => tool.name === name);

  return {
    has: (name) => named(name) !== undefined,

    definitions: () => Promise.all(current().map((tool) => tool.definition())),

    check(name, json, context) {
      const tool = named(name);
      if (!tool)
        return {
          ok: false,
          text: JSON.stringify({
            error: 'unknown_tool',
            message: `There is no tool "${name.slice(0, 80)}".`,
            valid_choices: current().map((each) => each.name),
          }),
        };
      let given: unknown;
      try {
        given = JSON.parse(json);
      } catch {
        return { ok: false, text: JSON.stringify({ error: 'bad_arguments', message: 'The arguments are not JSON.' }) };
      }
      const parsed = v.safeParse(tool.schema, withoutNulls(given));
      if (!parsed.success)
        return {
          ok: false,
          text: JSON.stringify({
            error: 'bad_arguments',
            message: 'Some arguments do not fit; call again.',
            issues: parsed.issues.slice(0, 8).map(issueText),
          }),
        };
      const args = parsed.output;
      const direct = typeof args === 'object' && args !== null && 'direct' in args && args.direct === true;
      return { ok: true, direct, status: () => tool.status(args, context), run: () => tool.execute(args, context) };
    },
  };
}
