import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutBy, cuts, stream } from '../guard/grammar.ts';
import type { RunEntry } from '../runs/log.ts';
import { scoreRun } from './score-run.ts';

const text = fc.string({ maxLength: 30 });
const step = fc.option(fc.integer({ min: -1, max: 4 }), { nil: undefined });
/** Entries in any order, whole or not: what an archive of years may hold. */
const entry = fc.oneof(
  fc.record({ kind: fc.constant('run-started'), message: fc.record({ id: text, text }), locale: text }),
  fc.record({ kind: fc.constant('model-called'), model: text, request: fc.jsonValue(), step }),
  fc.record({ kind: fc.constant('model-text'), text: stream, step }),
  fc.record({
    kind: fc.constant('tool-called'),
    call_id: fc.constantFrom('a', 'b'),
    name: text,
    arguments: fc.oneof(fc.json(), text),
    step,
  }),
  fc.record({
    kind: fc.constant('tool-returned'),
    call_id: fc.constantFrom('a', 'b'),
    ok: fc.boolean(),
    ms: fc.nat(),
    text: fc.oneof(fc.json(), text),
    step,
  }),
  fc.record({ kind: fc.constant('run-finished'), outcome: fc.constantFrom('finished', 'error', 'stopped') }),
);
const log = fc
  .array(entry, { maxLength: 14 })
  .map((entries) => entries.map((each, at) => ({ ...each, seq: at + 1, at })) as unknown as RunEntry[]);

test('any log has a mark from 0 to 1, and a failing step that is one of its steps', () => {
  fc.assert(
    fc.property(log, (entries) => {
      const { form, chain, steps, failing } = scoreRun(entries);
      for (const mark of [form, chain.score, ...steps.map(({ score }) => score)]) expect(mark >= 0 && mark <= 1).toBe(true);
      if (failing?.cause === 'model') expect(steps.find((each) => each.step === failing.step)?.score).toBeLessThan(1);
      expect(form).toBeLessThanOrEqual(Math.min(1, ...steps.map(({ score }) => score)));
    }),
    { numRuns: 400 },
  );
});

test('the mark does not depend on how the model’s text was cut', () => {
  fc.assert(
    fc.property(stream, cuts, (words, lengths) => {
      const run = (pieces: readonly string[]): RunEntry[] => [
        { kind: 'run-started', message: { id: 'm', text: 'x' }, locale: 'en', seq: 1, at: 0 },
        { kind: 'model-called', model: 'm', request: {}, step: 1, seq: 2, at: 0 },
        ...pieces.map((piece, at): RunEntry => ({ kind: 'model-text', text: piece, step: 1, seq: at + 3, at: 0 })),
        { kind: 'run-finished', outcome: 'finished', seq: pieces.length + 3, at: 0 },
      ];
      const known_ids = new Set(['a', 'b']);
      expect(scoreRun(run(cutBy(words, lengths)), { known_ids })).toEqual(scoreRun(run([words]), { known_ids }));
    }),
    { numRuns: 300 },
  );
});
