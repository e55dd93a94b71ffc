import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}
const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const manifest = read<Record<'dependencies' | 'devDependencies' | 'peerDependencies', Record<string, string>>>('package.json');
const lock = read<{ packages: Record<string, Package> }>('package-lock.json');
const production = Object.entries(lock.packages).filter(([path, { dev, optional }]) => path !== '' && !dev && !optional);

/** `| `name` | reason |` of docs/dependencies.md. */
function listed(markdown: string): Map<string, string> {
  return new Map([...markdown.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = '', reason = '']) => [name, reason]));
}

describe('T26: what the project takes from others', () => {
  it('fifteen packages at most run in production, each listed with its reason', () => {
    const list = listed(readFileSync('docs/dependencies.md', 'utf8'));
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(15);
    expect([...list.keys()].sort()).toEqual(Object.keys(manifest.dependencies).sort());
    for (const [name, reason] of list) expect([name, reason.length > 20]).toEqual([name, true]);
  });

  it('a list that lacks one, or names one more, would be seen', () => {
    const list = listed('| `a` | because of this and that |\n| package | why |\n| --- | --- |\n');
    expect([...list]).toEqual([['a', 'because of this and that']]);
  });

  it('every version is exact, and the lockfile has it', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies })) {
      expect([name, /^\d+\.\d+\.\d+$/.test(version)]).toEqual([name, true]);
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });

  it('every package that runs in production has its hash, comes from the registry, and runs nothing when installed', () => {
    expect(production.length).toBeGreaterThan(30);
    for (const [path, { integrity, resolved, hasInstallScript }] of production)
      expect([path, /^sha512-/.test(integrity ?? ''), resolved, hasInstallScript]).toEqual([path, true, undefined, undefined]);
  });

  it('a page that embeds the widget loads nothing from somebody else’s host', () => {
    for (const path of [...globSync('src/{loader,widget}/**/*.{ts,tsx,css}'), 'index.html', ...globSync('public/**/*.{js,html,css}')]) {
      if (/\.test\.|gallery|testing/.test(path)) continue;
      const hosts =
        readFileSync(path, 'utf8').match(/(?:src|href|import|url)\s*[=(]\s*["'`]?https?:\/\/(?!127\.0\.0\.1|localhost)[^"'`)\s]+/g) ?? [];
      expect([path, hosts]).toEqual([path, []]);
    }
  });

  it('npm run sbom lists all of it, with hashes and licences, and what the widget bundles', { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'aisle-sbom-'));
    execFileSync(process.execPath, ['scripts/sbom.ts', join(folder, 'sbom.json')], { stdio: 'ignore' });
    const bom = read<{
      bomFormat: string;
      specVersion: string;
      metadata: { component: { name: string } };
      components: { name: string; version: string; hashes?: unknown[]; licenses?: unknown[]; properties: { name: string }[] }[];
    }>(join(folder, 'sbom.json'));
    rmSync(folder, { recursive: true });
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', metadata: { component: { name: 'aisle' } } });
    const names = new Set(bom.components.map(({ name }) => name));
    for (const name of Object.keys(manifest.dependencies)) expect(names).toContain(name);
    for (const { name, hashes = [] } of bom.components) expect([name, hashes.length > 0]).toEqual([name, true]);
    const bundled = bom.components
      .filter(({ properties }) => properties.some((each) => each.name === 'aisle:bundled'))
      .map(({ name }) => name);
    expect(bundled).toEqual(expect.arrayContaining(['marked', 'react', 'react-dom', 'valibot', 'zustand']));
    expect(bundled).not.toContain('vitest');
  });
});
