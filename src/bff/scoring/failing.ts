import type { FailingStep, StepScore } from '../../protocol/score.ts';
import type { RunEntry } from '../runs/log.ts';
import { isOutage } from './from-run.ts';

/** The worst step of a model's own making: lowest mark, the earlier one of two; in the words of its costliest fault. */
export function worstStep(steps: readonly StepScore[]): FailingStep | undefined {
  const [worst] = steps.filter(({ score }) => score < 1).sort((a, b) => a.score - b.score || a.step - b.step);
  const [heaviest] = [...(worst?.faults ?? [])].sort((a, b) => b.cost - a.cost);
  return worst && heaviest ? { step: worst.step, cause: 'model', reason: heaviest.reason } : undefined;
}

/** Where a run went wrong for no fault of the model: a tool that did not answer, or a turn that did not come to its end. */
export function troubleIn(entries: readonly RunEntry[]): FailingStep | undefined {
  const names = new Map<string, string>();
  let last = 1;
  for (const entry of entries) {
    if (entry.step !== undefined) last = entry.step;
    if (entry.kind === 'tool-called') names.set(entry.call_id, entry.name);
    if (entry.kind === 'tool-returned' && !entry.ok && isOutage(entry.text)) {
      const name = names.get(entry.call_id) ?? '';
      return {
        step: entry.step ?? last,
        cause: 'tool',
        reason: { en: `${name} could not answer.`, zh: `${name} 未能返回结果。` },
      };
    }
    if (entry.kind === 'run-finished' && (entry.outcome === 'error' || entry.outcome === 'interrupted'))
      return {
        step: last,
        cause: 'run',
        reason:
          entry.outcome === 'error'
            ? { en: 'The turn ended with an error here.', zh: '本轮在此处因错误结束。' }
            : { en: 'The turn was interrupted here.', zh: '本轮在此处中断。' },
      };
  }
  return undefined;
}
