import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Threats of the model in docs/security.md. */
const THREATS = Array.from({ length: 28 }, (_, at) => `T${at + 1}`);
/** A title, the first argument of a call, that begins with the threats it is about: `T7: …`, `T1, T24: …`. */
const TITLE = /\(\s*['"`](T\d{1,2}(?:, T\d{1,2})*): /g;

const tests = globSync(['src/**/*.test.{ts,tsx}', 'e2e/*.spec.ts', 'scripts/**/*.test.ts']).map((path) => path.replaceAll('\\', '/'));

/** Threats that the titles of a test file name. */
function threatsIn(text: string): Set<string> {
  return new Set([...text.matchAll(TITLE)].flatMap(([, named = '']) => named.split(', ')));
}

/** `| T9 | … | `file`, `file` |`: each threat of the table with the files it names. */
function tableOf(markdown: string): Map<string, string[]> {
  const rows = [...markdown.matchAll(/^\| (T\d{1,2}) \|.*\|([^|]*)\|$/gm)];
  return new Map(rows.map(([, threat = '', files = '']) => [threat, [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file)]));
}

describe('each threat has a test of its name', () => {
  const found = new Map(tests.map((path) => [path, threatsIn(readFileSync(path, 'utf8'))]));
  const table = tableOf(readFileSync('docs/security.md', 'utf8'));

  it.each(THREATS)('%s: a test is named after it, and docs/security.md says which', (threat) => {
    const files = [...found].filter(([, threats]) => threats.has(threat)).map(([path]) => path);
    expect(files, `no test is called "${threat}: …"`).not.toEqual([]);
    const named = table.get(threat) ?? [];
    expect(named, `docs/security.md names no test of ${threat}`).not.toEqual([]);
    for (const file of named) expect(files, `${file} has no test called "${threat}: …"`).toContain(file);
  });

  it('a title counts only where it begins with the threat', () => {
    expect([...threatsIn("it('T1, T24: takes no id', () => {")]).toEqual(['T1', 'T24']);
    expect([...threatsIn("it.each(all)('T12: the origin %s', () => {")]).toEqual(['T12']);
    expect([...threatsIn("it('an X-T5: a camera', () => {")]).toEqual([]);
    expect([...threatsIn('// T9: nothing')]).toEqual([]);
  });
});
