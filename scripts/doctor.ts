/**
 * `npm run doctor [-- --json]`: reads the same environment as the BFF, asks everything it would talk to, and says line by line
 * whether it will do and what to do where it will not. Exit code 1 when something is in the way of a good start.
 */
import { ConfigError, readConfig } from '../src/bff/config.ts';
import { asText, type Finding, fail } from './doctor/finding.ts';
import { models } from './doctor/models.ts';
import { services } from './doctor/services.ts';
import { settings } from './doctor/settings.ts';

async function examine(env: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  try {
    const config = readConfig(env);
    return (await Promise.all([settings(config, env), models(config), services(config)])).flat();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) => {
      const [, area = 'configuration', seen = problem] = /^([A-Z_]+): (.+)$/s.exec(problem) ?? [];
      return fail(area, seen, 'correct it (docs/configuration.md); the BFF does not start with it');
    });
  }
}

const findings = await examine(process.env);
const failed = findings.some(({ status }) => status === 'fail');
console.log(process.argv.includes('--json') ? JSON.stringify({ ok: !failed, findings }, null, 2) : asText(findings));
process.exit(failed ? 1 : 0);
