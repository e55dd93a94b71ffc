import type { Config } from '../config.ts';
import { createHostedModel } from '../model/hosted/hosted.ts';
import { createJudge } from '../scoring/judge/judge.ts';
import { createRewards, type Rewards } from '../scoring/rewards.ts';
import type { ToolRegistry } from '../tools/registry.ts';

/** Scoring for trainers: the shop's own tools where a rollout names none, and the judge that is configured. */
export function shopRewards({ JUDGE_BASE_URL, JUDGE_NAME, JUDGE_API_KEY }: Config, tools: ToolRegistry): Rewards {
  const judge =
    JUDGE_BASE_URL && JUDGE_NAME
      ? createJudge(createHostedModel({ base_url: JUDGE_BASE_URL, name: JUDGE_NAME, ...(JUDGE_API_KEY ? { api_key: JUDGE_API_KEY } : {}) }))
      : undefined;
  return createRewards({ tools: () => tools.definitions(), judge });
}
