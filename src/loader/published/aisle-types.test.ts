/// <reference path="./aisle.d.ts" />
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PageContext } from '../../protocol/chat.ts';
import type { AisleCalls, AisleEvents, ThemeTokens } from '../../protocol/host.ts';

/** True where the two are equal in both directions, optional and readonly marks included. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = { [K in keyof T]: T[K] };

/** `aisle.d.ts`, which shops save, says what `src/protocol/host.ts` says: where it does not, this does not compile. */
const sameAsProtocol: readonly [
  Same<Flat<AislePage>, Flat<PageContext>>,
  Same<Flat<AisleTheme>, Flat<ThemeTokens>>,
  Same<Flat<AisleConsent>, Flat<AisleCalls['consent'][0]>>,
  Same<Flat<AisleEventDetails>, Flat<AisleEvents>>,
] = [true, true, true, true];

/** Each call of the contract, made through the published function. */
const everyCall = (aisle: AisleFunction): { [K in keyof AisleCalls]: (...given: AisleCalls[K]) => void } => ({
  open: () => aisle('open'),
  close: () => aisle('close'),
  ask: (text) => aisle('ask', text),
  compare: (ids) => aisle('compare', ids),
  page: (page) => aisle('page', page),
  identify: (identity) => aisle('identify', identity),
  theme: (theme) => aisle('theme', theme),
  consent: (consent) => aisle('consent', consent),
  on: (event, listener) => aisle('on', event, listener),
  shutdown: () => aisle('shutdown'),
});

const GOOD = `
Aisle('open');
Aisle('ask', 'a light camera');
Aisle('compare', ['a', 'b']);
Aisle('page', { item_id: 'cam-1', cart: [{ item_id: 'cam-1', quantity: 2 }] });
Aisle('identify', { token: 'e30.e30.e30' });
Aisle('theme', { accent: '#0a6b52', scheme: 'dark', radius: 8, textSize: 115 });
Aisle('consent', { storage: true, analytics: false });
Aisle('on', 'add-to-cart', (event) => {
  event.preventDefault();
  const days: number | undefined = event.detail.rental_days;
  document.title = event.detail.item_id + days;
});
document.addEventListener('aisle:item-click', (event) => history.pushState(null, '', event.detail.url));
document.querySelector('aisle-compare')?.setAttribute('items', 'a,b');
Aisle('shutdown');
`;
/** One mistake a line. */
const MISTAKES = [
  `Aisle('opne');`,
  `Aisle('ask');`,
  `Aisle('compare', 'a,b');`,
  `Aisle('page', { item: 'cam-1' });`,
  `Aisle('identify', 'token');`,
  `Aisle('theme', { accent: 7 });`,
  `Aisle('consent', { cookies: true });`,
  `Aisle('on', 'click', () => undefined);`,
  `Aisle('on', 'ask', (event) => event.detail.words);`,
  `document.addEventListener('aisle:handoff', (event) => event.detail.person);`,
];

mkdirSync('.tmp', { recursive: true });
const folder = mkdtempSync('.tmp/page-');
afterAll(() => rmSync(folder, { recursive: true }));

/** What the compiler says of a page with the published types beside it and nothing else of ours. */
function compile(page: string): string {
  copyFileSync('src/loader/published/aisle.d.ts', join(folder, 'aisle.d.ts'));
  writeFileSync(join(folder, 'page.ts'), `/// <reference path="./aisle.d.ts" />\n${page}`);
  const options = { strict: true, noEmit: true, target: 'es2022', lib: ['es2022', 'dom'], types: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['page.ts'] }));
  return spawnSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder, '--pretty', 'false'], { encoding: 'utf8' })
    .stdout;
}

describe('the published types', () => {
  it('are those of the protocol', () => {
    expect(sameAsProtocol.every(Boolean)).toBe(true);
    const made: unknown[] = [];
    everyCall(((...call: unknown[]) => made.push(call)) as AisleFunction).ask('a tent');
    expect(made).toEqual([['ask', 'a tent']]);
  });

  it('let a page that uses every call and event compile', () => expect(compile(GOOD)).toBe(''));

  it('name each mistake of a page, at its line', () => {
    const lines = new Set([...compile(MISTAKES.join('\n')).matchAll(/page\.ts\((\d+),/g)].map(([, line]) => Number(line) - 1));
    expect([...lines].sort((a, b) => a - b)).toEqual(MISTAKES.map((_, index) => index + 1));
  });
});
