import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The BFF's program. */
export const BFF = fileURLToPath(new URL('../src/bff/main.ts', import.meta.url));

/** What stands between `node` and the program in `npm start`: whoever starts the BFF in another way takes the same. */
export function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').slice(1, -1);
}
