import type { RewardRollout } from '../../protocol/reward.ts';
import type { FormScore } from '../../protocol/score.ts';
import type { ToolDefinition } from '../model/port.ts';
import { worstStep } from './failing.ts';
import { scoreForm } from './form.ts';
import { rolloutOfMessages } from './from-messages.ts';

/**
 * Marks chat messages by the rules of form, as {@link scoreRun} marks a run.
 * @param offered the shop's own tools, for a rollout that names none.
 */
export function scoreRollout(rollout: RewardRollout, offered: readonly ToolDefinition[]): FormScore {
  const score = scoreForm(rolloutOfMessages(rollout, offered));
  const failing = worstStep(score.steps);
  return { ...score, ...(failing ? { failing } : {}) };
}
