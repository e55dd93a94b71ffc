import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownKeys } from './own-keys.ts';

describe('loops over names', () => {
  it('read own names only', () => {
    expect(ownKeys('for (const key in this.entries) {')).toBe('for (const key of Object.keys(this.entries)) {');
  });
  it('are all written in the form that is known here', () => {
    const valibot = readFileSync(new URL(import.meta.resolve('valibot')), 'utf8');
    expect(ownKeys(valibot).match(/for \((?:const|let|var) \w+ in /g)).toBeNull();
    expect(ownKeys(valibot)).not.toBe(valibot);
  });
});
