/**
 * `npm run container`: what `docker build` and `docker compose up` would do, by hand, on a machine without Docker. The stages are read from the
 * Dockerfile and carried out in a temporary folder with nothing but the files `.dockerignore` lets through; the demo catalogue is
 * imported into a real PostgreSQL by the image's own program, the BFF starts with the image's command, environment and user, over a real
 * Redis, its health check is asked, one question is answered, and SIGTERM ends it. Exit code 1 at the first step that fails.
 *
 * What it cannot see: the base images themselves, and Docker's own reading of the file (`container.test.ts` lints it).
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { demoItems } from '../src/demo/catalog/items.ts';
import { hasPostgres, NO_POSTGRES, startPostgres } from '../src/testing/postgres.ts';
import { freePort, hasRedis, startRedis } from '../src/testing/redis.ts';
import { type Stage, type Step, sentToBuild, stagesOf } from './container/dockerfile.ts';

if (!hasPostgres || !hasRedis) {
  console.error(hasRedis ? NO_POSTGRES : 'no redis-server on this machine (Debian: apt-get install redis-server)');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'aisle-container-'));
chmodSync(folder, 0o755);
const context = join(folder, 'context');
const rootOf = (stage: number): string => join(folder, `stage-${stage}`);
/** The user `node` of the image, where this program may become somebody else. */
const person = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};
/** This program's own Node first: the image's base brings one. */
const PATH = `${dirname(process.execPath)}:${process.env.PATH ?? ''}`;

const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
const close = async (): Promise<void> => {
  for (const each of closing.splice(0).reverse()) await each();
};
async function stopWith(what: string): Promise<never> {
  console.error(`FAIL  ${what}`);
  await close();
  process.exit(1);
}
const say = (what: string, from: number): void => console.log(`ok    ${what} (${((performance.now() - from) / 1000).toFixed(1)} s)`);

/** A clean copy of what is committed or would be, as the build gets it. */
function copyContext(): void {
  const from = performance.now();
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { encoding: 'utf8' });
  const sent = sentToBuild(readFileSync('.dockerignore', 'utf8'));
  const files = listed.split('\0').filter((path) => path !== '' && sent(path) && existsSync(path));
  for (const path of files) cpSync(path, join(context, path));
  say(`context: ${files.length} files`, from);
}

function copyStep(step: Extract<Step, { kind: 'copy' }>, stages: readonly Stage[], workdir: string): void {
  const origin = step.from === undefined ? context : rootOf(stages.findIndex(({ name }) => name === step.from));
  for (const source of step.sources) {
    const path = join(origin, source);
    const intoFolder = step.to.endsWith('/') || step.sources.length > 1;
    // A folder's contents go into the target, a file beside it or under its name.
    const target = statSync(path).isDirectory() || !intoFolder ? resolve(workdir, step.to) : resolve(workdir, step.to, basename(source));
    cpSync(path, target, { recursive: true });
  }
}

async function build(stages: readonly Stage[]): Promise<void> {
  for (const [at, stage] of stages.entries()) {
    const workdir = join(rootOf(at), stage.workdir);
    mkdirSync(workdir, { recursive: true });
    for (const step of stage.steps) {
      const from = performance.now();
      if (step.kind === 'copy') {
        copyStep(step, stages, workdir);
        continue;
      }
      const command =
        'uid' in person
          ? step.command.replaceAll('node:node', `${person.uid}:${person.gid}`)
          : step.command.replace(/&& chown \S+ \S+/, '');
      const { status } = spawnSync('sh', ['-c', command], {
        cwd: workdir,
        env: { ...process.env, PATH, ...stage.env },
        stdio: ['ignore', 'ignore', 'inherit'],
        ...(step.user === undefined ? {} : person),
      });
      if (status !== 0) await stopWith(`${stage.name ?? 'image'}: ${step.command}`);
      say(`${stage.name ?? 'image'}: ${step.command}`, from);
    }
  }
}

async function until(what: string, ms: number, condition: () => Promise<boolean>): Promise<void> {
  const from = performance.now();
  while (!(await condition().catch(() => false))) {
    if (performance.now() - from > ms) await stopWith(what);
    await new Promise((next) => setTimeout(next, 100));
  }
  say(what, from);
}

const stages = stagesOf(readFileSync('Dockerfile', 'utf8'));
const image = stages.at(-1);
if (!image) throw new Error('the Dockerfile has no stage');
copyContext();
await build(stages);

const home = join(rootOf(stages.length - 1), image.workdir);
if (existsSync(join(home, 'node_modules/vitest'))) await stopWith('the image holds packages that are for development alone');
const redis = await startRedis();
closing.push(() => redis.close());
const postgres = await startPostgres();
closing.push(() => postgres.remove());
const catalog = await postgres.database();
const port = await freePort();
const env = {
  PATH,
  ...image.env,
  HOST: '127.0.0.1', // the image's own is for its network
  PORT: `${port}`,
  CATALOG_URL: catalog,
  ARCHIVE_URL: `${catalog}?schema=archive`,
  RUNS_URL: redis.url,
  LOG_LEVEL: 'warn',
};
const options = { cwd: home, env, ...person };

const from = performance.now();
const feed = join(folder, 'items.jsonl');
writeFileSync(
  feed,
  demoItems()
    .map((item) => JSON.stringify(item))
    .join('\n'),
);
const imported = spawnSync('node', ['scripts/import.ts', '--replace', feed], { ...options, encoding: 'utf8' });
if (imported.status !== 0) await stopWith(`import: ${imported.stderr}`);
say('node scripts/import.ts, by the image, into PostgreSQL', from);

const examined = spawnSync('node', ['scripts/doctor.ts'], { ...options, encoding: 'utf8' });
if (examined.status !== 0) await stopWith(`doctor: ${examined.stdout}${examined.stderr}`);
say('node scripts/doctor.ts, by the image: nothing in the way', from);

const [program = 'node', ...args] = image.command;
const bff: ChildProcess = spawn(program, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
closing.push(() => bff.kill('SIGKILL'));
await until('/readyz is green over Redis and PostgreSQL', 30_000, async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok);
const [checker = 'node', ...how] = image.healthcheck;
if (spawnSync(checker, how, options).status !== 0) await stopWith('the health check of the image');
say('the health check of the image', performance.now());

const asked = performance.now();
const answer = await fetch(`http://127.0.0.1:${port}/v1/chat`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: { id: crypto.randomUUID(), text: 'a light camera for night skies' }, locale: 'en' }),
});
const stream = await answer.text();
if (!stream.includes('data-itemCard') || !stream.includes('[DONE]')) await stopWith(`one question answered: ${answer.status}`);
say('one question answered, with cards', asked);
const loader = await fetch(`http://127.0.0.1:${port}/aisle.js`);
if (!loader.ok) await stopWith(`/aisle.js: ${loader.status}`);

const ending = performance.now();
bff.kill('SIGTERM');
const [code] = (await once(bff, 'exit')) as [number | null];
if (code !== 0) await stopWith(`SIGTERM: exit code ${code}`);
say('SIGTERM ends it with exit code 0', ending);
await close();
