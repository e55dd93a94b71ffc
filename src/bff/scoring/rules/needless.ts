import type { Fault } from '../../../protocol/score.ts';
import { fault } from '../fault.ts';
import type { RolloutCall, RolloutStep } from '../rollout.ts';
import { isSmallTalk } from '../small-talk.ts';

/**
 * A tool called when none is needed: the caller says so, or the shopper has only greeted, thanked or said goodbye. What needs
 * judgement is left to the judge.
 */
export function needlessFault(call: RolloutCall, step: RolloutStep, needs_no_tool: boolean): Fault | null {
  if (needs_no_tool)
    return fault('needless-call', call.name, {
      en: `${call.name} was called where no tool is needed.`,
      zh: `无需任何工具，却调用了 ${call.name}。`,
    });
  if (!isSmallTalk(step.asked)) return null;
  return fault('needless-call', call.name, {
    en: `${call.name} was called for “${step.asked.trim()}”, which asks for nothing.`,
    zh: `顾客只说了“${step.asked.trim()}”，却调用了 ${call.name}。`,
  });
}
