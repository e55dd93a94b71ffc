import type { RecordedResult } from '../../protocol/regression-case.ts';
import { canonicalJson } from '../language/canonical-json.ts';
import type { ToolRegistry } from '../tools/registry.ts';
import type { ToolResult } from '../tools/tool.ts';
import { withoutNulls } from '../tools/without-nulls.ts';

/** What is told to a model that asks for more than was recorded. */
const NOT_RECORDED = JSON.stringify({
  error: 'not_recorded',
  message: 'This call was not made when the conversation was recorded, so its result is not known. Answer with what you have.',
});

/** A call by name and canonical arguments; null where the arguments are no JSON. */
export function callKey(name: string, json: string): string | null {
  try {
    return `${name} ${canonicalJson(withoutNulls(JSON.parse(json)))}`;
  } catch {
    return null;
  }
}

/** Recorded answers instead of tools, and what was asked for besides. */
export interface RecordedTools {
  readonly registry: ToolRegistry;
  /** Calls that were not recorded, by name and arguments, in order. */
  readonly unrecorded: readonly string[];
}

/**
 * A registry that answers with what was recorded: matched by name and canonical arguments; of several equal calls each is used once,
 * in order, and the last one again. Definitions are those of the tools of now.
 * @param live what is not recorded is asked of the real tools; else the model is told that it is not known
 */
export function recordedTools(tools: ToolRegistry, results: readonly RecordedResult[], live: boolean): RecordedTools {
  const kept = new Map<string, RecordedResult[]>();
  for (const result of results) {
    const key = callKey(result.name, JSON.stringify(result.arguments)) ?? '';
    kept.set(key, [...(kept.get(key) ?? []), result]);
  }
  const unrecorded: string[] = [];
  const take = (key: string | null): RecordedResult | undefined => {
    const found = kept.get(key ?? '');
    return found && found.length > 1 ? found.shift() : found?.[0];
  };
  return {
    unrecorded,
    registry: {
      definitions: () => tools.definitions(),
      has: (name) => tools.has(name),
      check(name, json, context) {
        const key = callKey(name, json);
        const recorded = take(key);
        const checked = tools.check(name, json, context);
        if (recorded && !recorded.ok && recorded.result === undefined) return { ok: false, text: recorded.text };
        if (recorded) {
          const { ok, text, result } = recorded;
          const answer = { summary: '', ...result, ok, text } as ToolResult;
          return {
            ok: true,
            direct: checked.ok && checked.direct,
            status: () => (checked.ok ? checked.status() : Promise.resolve('')),
            run: async () => answer,
          };
        }
        // Arguments that do not fit are answered as ever: that needs no record.
        if (!checked.ok) return checked;
        unrecorded.push(key ?? name);
        return live ? checked : { ok: false, text: NOT_RECORDED };
      },
    },
  };
}
