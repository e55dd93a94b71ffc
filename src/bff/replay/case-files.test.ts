import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseFileFault, caseFiles, readCaseFile } from './case-files.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-cases-'));
  mkdirSync(join(folder, 'tent', 'older'), { recursive: true });
  for (const name of ['lamp.case.json', 'case.json', 'results.json', 'tent/case.json', 'tent/older/tent-2.case.json', 'showcase.json'])
    writeFileSync(join(folder, name), '{');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder gives every case saved by the console or the replay, in sub-folders too, and nothing else', () => {
  expect(caseFiles(folder).map((path) => relative(folder, path))).toEqual([
    'case.json',
    'lamp.case.json',
    'tent/case.json',
    'tent/older/tent-2.case.json',
  ]);
});

test('a file is a case whatever its name', () => {
  const path = join(folder, 'results.json');
  expect(caseFiles(path)).toEqual([path]);
});

test('a file that holds no case is named, with what is wrong', () => {
  expect(() => readCaseFile(join(folder, 'lamp.case.json'))).toThrow(/lamp\.case\.json: is not JSON/);
  writeFileSync(join(folder, 'results.json'), '{}');
  expect(() => readCaseFile(join(folder, 'results.json'))).toThrow(CaseFileFault);
});
