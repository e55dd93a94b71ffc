import type { HostedModelConfig } from '../../config.ts';
import { isProfileName, type ProfileName, profileOf } from '../../model/hosted/profiles.ts';
import type { ModelPlace } from './spans.ts';

/** The conventions' names of providers; those without one there keep ours. */
const providers: Readonly<Record<ProfileName, string>> = {
  generic: 'openai_compatible',
  openai: 'openai',
  azure: 'azure.ai.openai',
  deepseek: 'deepseek',
  mistral: 'mistral_ai',
  xai: 'x_ai',
  ollama: 'ollama',
  openrouter: 'openrouter',
  qwen: 'alibaba_cloud',
};

/** Provider and host of each configured model, by its name; what is not configured is the planner, in this process. */
export function modelPlaces(models: readonly HostedModelConfig[]): (model: string) => ModelPlace {
  const places = new Map(
    models.map(({ name, base_url, profile }): [string, ModelPlace] => {
      const url = new URL(base_url);
      const provider = providers[profile !== undefined && isProfileName(profile) ? profile : profileOf(url)];
      return [name, { provider, address: url.hostname, port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)) }];
    }),
  );
  return (model) => places.get(model) ?? { provider: 'aisle' };
}
