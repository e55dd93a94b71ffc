import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Case = readonly [path: string, specifier: string];
type Refused = readonly [...Case, way: string];

const refused: readonly Refused[] = [
  ['src/protocol/new.ts', 'hono', 'valibot and itself only'],
  ['src/protocol/new.ts', '../bff/turn/turn.ts', 'valibot and itself only'],
  ['src/loader/new.ts', 'valibot', '2 kB'],
  ['src/loader/new.ts', '../widget/mount.tsx', '2 kB'],
  ['src/design/new.tsx', '../widget/ui/button.tsx', 'look alone'],
  ['src/design/new.tsx', '../protocol/item.ts', 'look alone'],
  ['src/widget/chat/new.tsx', '../../bff/guard/guard.ts', 'src/protocol'],
  ['src/console/new.tsx', '../bff/runs/run-log.ts', 'src/protocol'],
  ['src/console/new.tsx', '../widget/ui/button.tsx', 'src/design'],
  ['src/widget/cards/new.tsx', '../stores/ui-store.ts', 'props and callbacks'],
  ['src/widget/ui/new.tsx', '../api/client.ts', 'props and callbacks'],
  ['src/bff/new.ts', '../widget/mount.tsx', 'meet in src/protocol'],
  ['src/bff/turn/new.ts', '../../demo/profile.ts', 'src/bff/serve.ts'],
  ['src/bff/turn/new.ts', '../routes/chat.ts', 'stands below'],
  ['src/bff/turn/new.ts', '../catalog/sqlite/open.ts', 'through tools'],
  ['src/bff/routes/new.ts', '../model/port.ts', 'call turn'],
  ['src/bff/routes/new.ts', '../tools/registry.ts', 'call turn'],
  ['src/bff/model/new.ts', '../tools/registry.ts', 'turn passes what they need'],
  ['src/bff/model/new.ts', '../guard/guard.ts', 'turn passes what they need'],
  ['src/bff/model/planner/new.ts', '../../catalog/sqlite/open.ts', 'catalog/engine.ts'],
  ['src/bff/tools/new.ts', '../model/port.ts', 'turn passes what they need'],
  ['src/bff/guard/rules/new.ts', '../../tools/registry.ts', 'turn passes what they need'],
  ['src/bff/guard/rules/new.ts', '../../catalog/engine.ts', 'as functions'],
  ['src/bff/catalog/new.ts', '../tools/registry.ts', 'serves the ones above'],
  ['src/bff/archive/new.ts', '../turn/turn.ts', 'serves the ones above'],
  ['src/bff/remote/new.ts', '../tools/registry.ts', 'serves the ones above'],
  ['src/bff/language/new.ts', '../catalog/engine.ts', 'imports none of them'],
  ['src/bff/scoring/new.ts', '../guard/guard.ts', 'nothing that acts'],
  ['src/bff/scoring/new.ts', '../turn/turn.ts', 'scoring is pure'],
];

const allowed: readonly Case[] = [
  ['src/protocol/new.ts', 'valibot'],
  ['src/loader/new.ts', '../protocol/host.ts'],
  ['src/widget/chat/new.tsx', '../stores/ui-store.ts'],
  ['src/console/new.tsx', '../protocol/operator.ts'],
  ['src/console/ui/new.tsx', '../../design/line-drawing.tsx'],
  ['src/widget/ui/new.tsx', '../../design/line-drawing.tsx'],
  ['src/bff/serve.ts', '../demo/profile.ts'],
  ['src/bff/model/planner/new.ts', '../../catalog/engine.ts'],
  ['src/bff/turn/new.ts', '../guard/guard.ts'],
  ['src/bff/tools/new.ts', '../catalog/engine.ts'],
  ['src/bff/catalog/new.ts', '../remote/resilience.ts'],
  ['src/bff/archive/new.ts', '../scoring/score-run.ts'],
  ['src/bff/guard/new.test.ts', '../../testing/items.ts'],
  ['src/bff/language/new.ts', '../../protocol/locale.ts'],
  ['src/bff/scoring/rules/new.ts', '../../guard/reader/reader.ts'],
  ['src/bff/scoring/new.ts', '../runs/log.ts'],
];

/** One file per case, at the path it speaks of, in a folder of its own under our real configuration. */
describe('rooms import each other only in the direction of the data flow', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-import-rules-'));
  const fileOf = ([path, specifier]: Case): string => path.replace('new', `new-${specifier.replace(/\W+/g, '-')}`);
  let messages: ReadonlyMap<string, string>;

  beforeAll(() => {
    const config = JSON.parse(readFileSync('biome.json', 'utf8')) as object;
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
    for (const [path, specifier] of [...refused, ...allowed]) {
      const file = join(folder, fileOf([path, specifier]));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import { thing } from '${specifier}';\nexport const same = thing;\n`);
    }
    const biome = resolve('node_modules/.bin/biome');
    const flags = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.'];
    const { stdout } = spawnSync(biome, flags, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { location: { path: string }; message: string }[] };
    messages = new Map(diagnostics.map((found) => [found.location.path, found.message]));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(refused)('%s does not import %s, and is told: %s', (path, specifier, way) => {
    expect(messages.get(fileOf([path, specifier]))).toContain(way);
  });
  it.each(allowed)('%s may import %s', (path, specifier) => {
    expect(messages.get(fileOf([path, specifier]))).toBeUndefined();
  });
});
