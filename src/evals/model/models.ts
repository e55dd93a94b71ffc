import type { CatalogEngine } from '../../bff/catalog/engine.ts';
import { calendarDay } from '../../bff/language/calendar.ts';
import { createHostedModel } from '../../bff/model/hosted/hosted.ts';
import { createPlanner } from '../../bff/model/planner/planner.ts';
import type { ModelPort } from '../../bff/model/port.ts';
import { createJudge, type Judge } from '../../bff/scoring/judge/judge.ts';
import { demoProfile } from '../../demo/profile.ts';
import { scriptedModel, scriptNames } from './scripted.ts';

/** A model that was asked for and cannot be had; the message says what to do. */
export class ModelUnknown extends Error {
  override readonly name = 'ModelUnknown';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `planner`, `scripted:NAME`, or the name of a model behind `MODEL_BASE_URL` (key in `MODEL_API_KEY`). No fallback stands behind it:
 * what fails, fails.
 * @throws ModelUnknown
 */
export function chooseModel(name: string, env: Environment, catalog: CatalogEngine): ModelPort {
  if (name === 'planner')
    return createPlanner({
      vocabulary: () => catalog.vocabulary(),
      today: () => calendarDay(demoProfile.time_zone, Date.now()).date,
      contact: demoProfile.contact,
    });
  if (name.startsWith('scripted:')) {
    const model = scriptedModel(name.slice('scripted:'.length));
    if (model) return model;
    throw new ModelUnknown(`--model ${name}: there are ${scriptNames.map((each) => `scripted:${each}`).join(', ')}`);
  }
  const { MODEL_BASE_URL, MODEL_API_KEY } = env;
  if (!MODEL_BASE_URL)
    throw new ModelUnknown(
      `--model ${name}: set MODEL_BASE_URL (and MODEL_API_KEY) to where this model is served, or choose planner or scripted:${scriptNames[0]}`,
    );
  return createHostedModel({ base_url: MODEL_BASE_URL, name, ...(MODEL_API_KEY ? { api_key: MODEL_API_KEY } : {}) });
}

/** The judge that the environment names, where it names one. */
export function chooseJudge({ JUDGE_BASE_URL, JUDGE_NAME, JUDGE_API_KEY }: Environment): Judge | undefined {
  if (!JUDGE_BASE_URL || !JUDGE_NAME) return undefined;
  return createJudge(
    createHostedModel({ base_url: JUDGE_BASE_URL, name: JUDGE_NAME, ...(JUDGE_API_KEY ? { api_key: JUDGE_API_KEY } : {}) }),
  );
}
