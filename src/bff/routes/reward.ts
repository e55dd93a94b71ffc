import type { Hono } from 'hono';
import { type RewardRequest, type RewardResponse, rewardLimits, rewardRequestSchema } from '../../protocol/reward.ts';
import { readBody } from '../http/body.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { HttpError } from '../http/errors.ts';
import { operatorsOnly } from '../http/operator.ts';
import type { Rewards } from '../scoring/rewards.ts';

export interface RewardRoutes {
  readonly console_token?: string | undefined;
  readonly rewards: Rewards;
}

/**
 * `POST /v1/reward` `{rollouts, judge?, content_weight?}`: marks rollouts for a trainer, in their order. Operators only; without a
 * configured token it does not exist.
 */
export function rewardRoute(app: Hono<HttpEnvironment>, { console_token, rewards }: RewardRoutes): void {
  app.post('/v1/reward', operatorsOnly(console_token), async (c) => {
    const request = await readBody(c, rewardRequestSchema, rewardLimits.bytes);
    const problem = problemOf(request, rewards);
    if (problem !== null) throw new HttpError('invalid_request', { detail: problem });
    return c.json({ rewards: await rewards.score(request, c.req.raw.signal) } satisfies RewardResponse);
  });
}

/** What a schema cannot say. */
function problemOf({ rollouts, judge }: RewardRequest, rewards: Rewards): string | null {
  if (judge && !rewards.has_judge) return 'judge: no judge is configured; set JUDGE_BASE_URL and JUDGE_NAME, or leave it out';
  for (const [index, { messages, prompt_messages }] of rollouts.entries()) {
    const at = `rollouts.${index}`;
    if (prompt_messages >= messages.length) return `${at}.prompt_messages: must leave at least one message to score`;
    if (!messages.slice(prompt_messages).some(({ role }) => role === 'assistant')) return `${at}.messages: holds no answer to score`;
  }
  return null;
}
