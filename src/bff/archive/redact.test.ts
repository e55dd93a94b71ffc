import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aFinishedRun } from '../../testing/finished-runs.ts';
import { anItem } from '../../testing/items.ts';
import { Redactor } from './redact.ts';
import { redactRun } from './redact-run.ts';

it('what the shopper told of themselves is nowhere in what is kept', () => {
  const run = redactRun(
    aFinishedRun({
      message: 'Deliver to mei@example.com or call 138 1234 5678',
      query: 'camera for mei@example.com',
      pieces: ['I will call 138 12', '34 5678 then', ', mei@exam', 'ple.com.'],
    }),
  );
  const kept = JSON.stringify(run);
  expect(kept).not.toMatch(/mei@|1234|5678/);
  expect(kept).toContain('Deliver to [email] or call [phone]');
  expect(kept).toContain('camera for [email]');
  expect(run.entries.map((entry) => (entry.kind === 'model-text' ? entry.text : '')).join('')).toContain(
    'I will call [phone] then, [email].',
  );
});

it('an id of an item is no number of a person, and prices stay', () => {
  const item = anItem({ id: '6234567890123', title: 'Lens 50mm 1.8' });
  const run = aFinishedRun({ message: 'is 6234567890123 better than 1299.00 ones?', items: [item] });
  expect(redactRun(run).entries).toEqual(run.entries);
});

it('a value has one placeholder, another of its kind the next', () => {
  const redactor = new Redactor(new Set());
  expect(redactor.authored('13812345678, 13912345678 and 13812345678')).toBe('[phone], [phone 2] and [phone]');
  expect(redactor.known('13912345678')).toBe('[phone 2]');
});

it('pieces of a text are redacted as the whole is, wherever they are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('call ', '13812345678', ' or ', 'a@b.co', '，', '租相机', ' 12 '), { maxLength: 8 }),
      fc.array(fc.nat(80), { maxLength: 6 }),
      (words, cuts) => {
        const whole = words.join('');
        const places = [...new Set([0, ...cuts.map((cut) => Math.min(cut, whole.length)), whole.length])].sort((a, b) => a - b);
        const pieces = places.slice(1).map((end, index) => whole.slice(places[index], end));
        expect(new Redactor(new Set()).pieces(pieces).join('')).toBe(new Redactor(new Set()).authored(whole));
      },
    ),
  );
});
