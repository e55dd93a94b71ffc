import { type Count, fromPlaywright, fromSizeLimit, fromVitest } from './count.ts';

/** One program of the test command. */
export interface Stage {
  readonly name: string;
  /** A program of `node_modules/.bin` (or `npm`), and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
  readonly environment?: Readonly<Record<string, string>>;
  /** How to count what it did. */
  readonly count:
    | { readonly by: 'exit code' }
    /** The program writes a JSON report: to a file it is told, or to standard output. */
    | { readonly by: 'file'; readonly file: string; readonly read: (report: unknown) => Count }
    | { readonly by: 'output'; readonly read: (report: unknown) => Count };
}

const folder = '.tmp/test';

const vitest = (project: string): Stage => ({
  name: `vitest, ${project}`,
  command: ['vitest', 'run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${folder}/${project}.json`],
  count: { by: 'file', file: `${folder}/${project}.json`, read: fromVitest },
});

/** In the order in which a mistake is cheapest to hear about. */
export const stages: readonly Stage[] = [
  { name: 'format, lint, import rules', command: ['biome', 'check', '--error-on-warnings', '.'], count: { by: 'exit code' } },
  { name: 'types', command: ['tsc', '--noEmit'], count: { by: 'exit code' } },
  // Built first: some tests of Node's read what browsers get.
  { name: 'build', command: ['npm', 'run', '--silent', 'build', '--', '--logLevel', 'warn'], count: { by: 'exit code' } },
  { name: 'size limits', command: ['size-limit', '--json'], count: { by: 'output', read: fromSizeLimit } },
  vitest('node'),
  vitest('browser'),
  {
    name: 'end to end',
    command: ['playwright', 'test', '--reporter=dot,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${folder}/e2e.json` },
    count: { by: 'file', file: `${folder}/e2e.json`, read: fromPlaywright },
  },
];
