import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptEntries } from './kept-entries.ts';
import type { RunEntry } from './log.ts';

/** What follows one entry: an entry of another kind, or words whose every field may break with what came before. */
const step = fc.record({
  kind: fc.constantFrom('words', 'words', 'words', 'words', 'card', 'model', 'verdict'),
  text: fc.oneof(fc.string(), fc.constantFrom('相机', '🎥', '\ud83c', '', ' '), fc.string({ minLength: 120, maxLength: 300 })),
  later: fc.oneof(fc.integer({ min: -5, max: 200 }), fc.constantFrom(-86_400_000, 2 ** 31, 2 ** 40, 0.5)),
  jump: fc.constantFrom(0, 0, 0, 0, 1),
  step: fc.constantFrom(undefined, 1, 1, 1, 2),
  id: fc.constantFrom('r.1.1', 'r.1.1', 'r.1.2'),
});

type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never;

function entriesOf(steps: readonly Step[]): RunEntry[] {
  let [seq, n, at] = [0, 0, 1_767_225_600_000];
  return steps.map((each): RunEntry => {
    seq += 1 + each.jump;
    at += each.later;
    const numbers = each.step === undefined ? { seq, at } : { seq, at, step: each.step };
    if (each.kind === 'model') return { ...numbers, kind: 'model-text', text: each.text };
    if (each.kind === 'verdict') return { ...numbers, kind: 'verdict', rule: 'ledger', outcome: 'dropped', subject: '', reason: '' };
    n += 1 + each.jump;
    if (each.kind === 'card') return { ...numbers, kind: 'part', n, frame: { type: 'text-end', id: each.id } };
    return { ...numbers, kind: 'part', n, frame: { type: 'text-delta', id: each.id, delta: each.text } };
  });
}

describe('entries that are kept', () => {
  it('come out as they went in, to the byte, from any place to any other', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.nat(70), fc.nat(70), (steps, from, to) => {
        const entries = entriesOf(steps);
        const all = KeptEntries.of(entries);
        expect(all.length).toBe(entries.length);
        expect(all.slice()).toEqual(entries);
        expect(JSON.stringify(all.slice())).toBe(JSON.stringify(entries));
        expect(all.slice(from, to)).toEqual(entries.slice(from, to));
        expect(all.slice(from)).toEqual(entries.slice(from));
      }),
    );
  });

  it('are found by the number of their frame, and a number that is not there is before all of them', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: -1, max: 90 }), (steps, n) => {
        const entries = entriesOf(steps);
        expect(KeptEntries.of(entries).after(n)).toBe(entries.findIndex((entry) => entry.kind === 'part' && entry.n === n) + 1);
      }),
    );
  });

  it('come out in another thread as they went in', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const entries = entriesOf(steps);
        expect(KeptEntries.from(structuredClone(KeptEntries.of(entries).packed())).slice()).toEqual(entries);
      }),
    );
  });
});
