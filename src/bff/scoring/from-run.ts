import type { ToolDefinition } from '../model/port.ts';
import type { RunEntry } from '../runs/log.ts';
import type { CallResult, Rollout, RolloutCall, RolloutStep } from './rollout.ts';

/** What a refused or failed call answers when the fault is not the caller's (`src/bff/tools`). */
const OUTAGES: ReadonlySet<string> = new Set(['unavailable', 'identity_needed']);

/** A tool's answer as JSON, where it is an object. */
export function answerObject(text: string): Readonly<Record<string, unknown>> | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** Whether a failed call's answer says that the fault was not the caller's. */
export function isOutage(text: string): boolean {
  const error = answerObject(text)?.error;
  return typeof error === 'string' && OUTAGES.has(error);
}

interface OpenStep {
  text: string;
  calls: { id: string; call: RolloutCall }[];
  given: boolean;
}

/** What a model was offered, as the log of its call tells. */
function toolsIn(request: unknown): readonly ToolDefinition[] | undefined {
  if (typeof request !== 'object' || request === null || !('tools' in request) || !Array.isArray(request.tools)) return undefined;
  return request.tools.filter(
    (tool: unknown): tool is ToolDefinition => typeof tool === 'object' && tool !== null && 'name' in tool && 'parameters' in tool,
  );
}

const resultOf = (entry: Extract<RunEntry, { kind: 'tool-returned' }>): CallResult => ({
  ok: entry.ok,
  ...(entry.item_ids ? { item_ids: entry.item_ids } : {}),
  is_outage: !entry.ok && isOutage(entry.text),
});

/**
 * A run's log as a rollout. Entries that cannot be placed (a step with no number, a result without its call) are passed over: an
 * archive may hold old or damaged rows.
 * @param known_ids ids of the conversation's ledger before this run: then cards are checked against them and this run's searches.
 * Without them the guard's verdicts, which stand in the log, say which cards were refused.
 */
export function rolloutOfRun(entries: readonly RunEntry[], known_ids?: ReadonlySet<string>): Rollout {
  const steps = new Map<number, OpenStep>();
  const refused = new Set<string>();
  let asked = '';
  let tools: readonly ToolDefinition[] | undefined;
  let outcome = 'none';
  const at = (step: number): OpenStep => {
    const open = steps.get(step) ?? { text: '', calls: [], given: true };
    steps.set(step, open);
    return open;
  };
  for (const entry of entries) {
    if (entry.kind === 'run-started') asked = entry.message.text;
    else if (entry.kind === 'run-finished') outcome = entry.outcome;
    else if (entry.step === undefined) continue;
    else if (entry.kind === 'model-called') {
      at(entry.step).given = false;
      tools = toolsIn(entry.request) ?? tools;
    } else if (entry.kind === 'model-text') at(entry.step).text += entry.text;
    else if (entry.kind === 'tool-called')
      at(entry.step).calls.push({ id: entry.call_id, call: { name: entry.name, arguments: entry.arguments } });
    else if (entry.kind === 'tool-returned') {
      const open = at(entry.step).calls.find(({ id, call }) => id === entry.call_id && !call.result);
      if (open) open.call = { ...open.call, result: resultOf(entry) };
    } else if (entry.kind === 'verdict' && entry.rule === 'ledger' && entry.outcome === 'dropped')
      refused.add(`${entry.step} ${entry.subject}`);
  }
  return {
    steps: [...steps]
      .sort(([a], [b]) => a - b)
      .map(
        ([step, open]): RolloutStep => ({
          step,
          turn: 1,
          asked,
          text: open.text,
          calls: open.calls.map(({ call }) => call),
          ...(open.given ? { given: true } : {}),
          ...(endsDirect(open.calls.map(({ call }) => call)) ? { is_direct: true } : {}),
        }),
      ),
    ...(tools ? { tools } : {}),
    known_ids: known_ids ?? new Set(),
    ...(known_ids ? {} : { isRefused: (step: number, id: string) => refused.has(`${step} ${id}`) }),
    is_cut: outcome !== 'finished',
  };
}

/** Every call asked for the tool's own cards and got them: the turn ends there (design, "Tools"). */
export const endsDirect = (calls: readonly Pick<RolloutCall, 'arguments' | 'result'>[]): boolean =>
  calls.length > 0 && calls.every(({ arguments: json, result }) => result?.ok === true && answerObject(json)?.direct === true);
