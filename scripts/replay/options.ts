import { parseArgs } from 'node:util';
import { withIds } from '../ids.ts';

const VALUED: ReadonlySet<string> = new Set(['model', 'save-case', 'name', 'note', 'archive']);

export const USAGE = `usage: npm run replay -- <run> [options]          runs an archived run again and shows the difference
       npm run replay -- <folder>… [options]     plays saved cases (case.json, *.case.json; in sub-folders too; or a
                                                 case's own file) and tests what they expect
  --model <name>      planner; env (MODEL_… of the environment, the default where it names one); or a model behind MODEL_BASE_URL
  --live              the shop's tools answer anew; without it, with what was recorded
  --save-case <dir>   keeps the run as a case: <dir>/<name>/case.json
  --name <name>       of the case: small letters, digits, hyphens        --note <text>  why it is kept
  --archive <url>     where the run is; without it ARCHIVE_URL, else sqlite:.aisle/runs.db
The shop is the one of the environment (CATALOG_URL, KNOWLEDGE_URL, SHOP), else the demo shop.
Exit code: 0 done, and all cases hold; 1 a case does not hold; 2 nothing was done.`;

/** A call that cannot be carried out. The message says what to change. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface ReplayCall {
  /** A run's id, or folders and files with cases. */
  readonly subjects: readonly string[];
  readonly model: string | undefined;
  readonly live: boolean;
  readonly save: string | undefined;
  readonly name: string | undefined;
  readonly note: string | undefined;
  readonly archive: string;
}

/** @throws UsageError */
export function readCall(args: readonly string[], env: Readonly<Record<string, string | undefined>>): ReplayCall {
  try {
    const { values, positionals } = parseArgs({
      args: withIds(args, VALUED),
      allowPositionals: true,
      options: {
        model: { type: 'string' },
        live: { type: 'boolean', default: false },
        'save-case': { type: 'string' },
        name: { type: 'string' },
        note: { type: 'string' },
        archive: { type: 'string' },
      },
    });
    if (positionals.length === 0) throw new UsageError(USAGE);
    const archive = values.archive ?? (env.ARCHIVE_URL || 'sqlite:.aisle/runs.db');
    return {
      subjects: positionals,
      archive,
      model: values.model,
      live: values.live,
      save: values['save-case'],
      name: values.name,
      note: values.note,
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

/** The environment in which the asked model answers, and no other steps in for it. @throws UsageError */
export function modelEnvironment(
  model: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  const alone = { ...env, MODEL_FALLBACKS: '[]', RUNS_URL: undefined, RATE_LIMIT: 'off' };
  if (model === 'planner' || (model === undefined && !env.MODEL_BASE_URL))
    return { ...alone, MODEL_BASE_URL: undefined, MODEL_NAME: undefined, MODEL_API_KEY: undefined, MODEL_PROFILE: undefined };
  if (!env.MODEL_BASE_URL)
    throw new UsageError(
      `--model ${model}: set MODEL_BASE_URL, MODEL_NAME and MODEL_API_KEY to where a model is served, or choose planner`,
    );
  return model === undefined || model === 'env' ? alone : { ...alone, MODEL_NAME: model };
}
