import fc from 'fast-check';
import { expect, it } from 'vitest';
import { directiveNames } from '../../protocol/directives.ts';
import { hasHidden } from '../../protocol/display-text.ts';
import { cutBy, cuts, stream } from './grammar.ts';
import { runGuard } from './testing.ts';

const ids = ['a', 'b'];
const locale = fc.constantFrom('en', 'zh-CN');

it('every cut gives the same components and the same text as no cut (G13)', () => {
  fc.assert(
    fc.property(stream, cuts, locale, (text, lengths, language) => {
      const whole = runGuard([text], { ids, locale: language });
      for (const chunks of [cutBy(text, lengths), text.split('')]) {
        const cut = runGuard(chunks, { ids, locale: language });
        expect(cut.parts).toEqual(whole.parts);
        expect(cut.verdicts.map((each) => JSON.stringify(each)).sort()).toEqual(whole.verdicts.map((each) => JSON.stringify(each)).sort());
      }
    }),
    { numRuns: 3000 },
  );
});

it('a cut inside a UTF-8 sequence changes nothing once it is decoded as a stream', () => {
  fc.assert(
    fc.property(stream, cuts, (text, lengths) => {
      const bytes = new TextEncoder().encode(text);
      // A mark at the very start is text here, as it is for the model port.
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
      const chunks: string[] = [];
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const length = lengths[i % lengths.length] ?? 1;
        chunks.push(decoder.decode(bytes.subarray(at, at + length), { stream: true }));
        at += length;
      }
      expect(runGuard([...chunks, decoder.decode()], { ids }).parts).toEqual(runGuard([text.toWellFormed()], { ids }).parts);
    }),
    { numRuns: 1000 },
  );
});

it('T1: no card names an id outside the ledger, and no directive is shown raw outside code', () => {
  const raw = new RegExp(`<[\\s/]*(?:${directiveNames.join('|')})`, 'i');
  fc.assert(
    fc.property(stream, (text) => {
      const run = runGuard([text], { ids });
      for (const directive of run.directives) expect(JSON.stringify(directive)).not.toContain('forged');
      if (!/[`~]/.test(text)) expect(run.text).not.toMatch(raw);
    }),
    { numRuns: 3000 },
  );
});

it('T5, T6: shown text has no hidden character, no lone surrogate and no address outside the listed hosts', () => {
  fc.assert(
    fc.property(stream, (text) => {
      const { text: shown } = runGuard([text], { ids });
      expect(hasHidden(shown)).toBe(false);
      if (!/[`~]/.test(text)) expect(shown).not.toMatch(/(?:^|[\s(<])(?:https?:\/\/|www\.)evil/);
    }),
    { numRuns: 3000 },
  );
});

it('what was shown once would be shown again', () => {
  fc.assert(
    fc.property(stream, (text) => {
      const shown = runGuard([text], { ids }).text;
      // Code spans may pair anew when what stood between is gone; links and marks may too.
      if (/[`~[\]!<\\*_]|www|ht/.test(text)) return;
      expect(runGuard([shown], { ids }).text).toBe(shown);
    }),
    { numRuns: 2000 },
  );
});
