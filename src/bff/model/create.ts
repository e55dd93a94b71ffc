import type { Vocabulary } from '../catalog/engine.ts';
import type { Config, HostedModelConfig } from '../config.ts';
import { createFallback, type Degradation } from './fallback.ts';
import { createHostedModel } from './hosted/hosted.ts';
import { isProfileName } from './hosted/profiles.ts';
import { createPlanner } from './planner/planner.ts';
import type { ModelPort } from './port.ts';

function hosted({ base_url, api_key, name, profile }: HostedModelConfig): ModelPort {
  return createHostedModel({ base_url, api_key, name, ...(profile !== undefined && isProfileName(profile) ? { profile } : {}) });
}

/**
 * The configured model and its fallbacks as one; the planner where none is configured.
 * @param vocabulary the catalogue's words, as they are now; `today`: ISO date of the shop's day; `contact`: where the shop can be reached.
 */
export function createModel(
  config: Pick<Config, 'model' | 'MODEL_FALLBACKS'>,
  vocabulary: () => Promise<Vocabulary>,
  {
    today,
    contact,
    onDegraded,
  }: {
    readonly today: () => string;
    readonly contact?: string | undefined;
    readonly onDegraded: (degradation: Degradation) => void;
  },
): ModelPort {
  const planner = createPlanner({ vocabulary, today, contact });
  if (!config.model) return planner;
  const models = [hosted(config.model), ...config.MODEL_FALLBACKS.map((each) => (each === 'planner' ? planner : hosted(each)))];
  return createFallback(models, { onDegraded });
}
