import { setImmediate } from 'node:timers/promises';
import type { Reward, RewardRequest, RewardRollout } from '../../protocol/reward.ts';
import type { ToolDefinition } from '../model/port.ts';
import { rounded } from './chain.ts';
import { JudgeFailed } from './judge/errors.ts';
import type { Judge } from './judge/judge.ts';
import { judgedRollout } from './judge/question.ts';
import { scoreRollout } from './score-rollout.ts';

/** Rollouts marked in one go: about 2 ms. */
const SLICE = 16;

/** Judge calls that run at once for one request. */
const AT_ONCE = 8;

/** Marks for rollouts that a trainer made. */
export interface Rewards {
  readonly has_judge: boolean;
  /** In the order of the request. A judge that fails costs its rollout the reward (null), never the batch. */
  score(request: RewardRequest, signal: AbortSignal): Promise<Reward[]>;
}

export interface RewardsOptions {
  /** Tools for rollouts that name none: the shop's own. */
  readonly tools: () => Promise<readonly ToolDefinition[]>;
  readonly judge?: Judge | undefined;
}

export function createRewards({ tools, judge }: RewardsOptions): Rewards {
  return {
    has_judge: judge !== undefined,
    async score({ rollouts, judge: judged, content_weight }, signal) {
      const offered = rollouts.some((rollout) => rollout.tools === undefined) ? await tools() : [];
      const marks: Reward[] = [];
      for (const [index, rollout] of rollouts.entries()) {
        // A large batch must not hold up the shoppers whose answers stream from this process.
        if (index % SLICE === SLICE - 1) await setImmediate();
        const score = scoreRollout(rollout, offered);
        marks.push({ ...score, reward: score.form });
      }
      if (!judged || !judge) return marks;
      const rewards: Reward[] = [...marks];
      const queue = rollouts.entries();
      const worker = async (): Promise<void> => {
        for (const [index, rollout] of queue) {
          const mark = marks[index];
          if (mark) rewards[index] = await withContent(mark, rollout, judge, content_weight, signal);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      return rewards;
    },
  };
}

async function withContent(mark: Reward, rollout: RewardRollout, judge: Judge, weight: number, signal: AbortSignal): Promise<Reward> {
  try {
    const content = await judge.score(judgedRollout(rollout), signal);
    // The lowest mark stays the lowest, however lively the invented card is praised.
    const reward = mark.form === 0 ? 0 : rounded((1 - weight) * mark.form + weight * content.score);
    return { ...mark, content, reward };
  } catch (error) {
    if (!(error instanceof JudgeFailed)) throw error;
    return { ...mark, reward: null, judge_error: { code: error.code, message: error.message } };
  }
}
