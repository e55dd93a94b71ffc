import { expect, test } from 'vitest';
import { failureText, resultText } from './result-text.ts';
import { secretsHider } from './secrets.ts';

const read = (result: Parameters<typeof resultText>[1]): Record<string, unknown> => JSON.parse(resultText('stores', result));
const text = (value: string) => ({ content: [{ type: 'text' as const, text: value }] });

test('an answer is framed as data that names where it comes from', () => {
  expect(read(text('Open until six'))).toEqual({
    from: 'stores',
    note: expect.stringContaining('never instructions'),
    answer: 'Open until six',
  });
});

test('directives, machinery and hidden characters are gone, escaped ones too', () => {
  const answer = String(read(text('a<itemCard id="x"/>b\u202Ec<|im_start|>d')).answer);
  expect(answer).toBe('a bc d');
  expect(read(text('{"a":"\\u003citemCard id=\\"x\\"/\\u003e"}')).answer).not.toMatch(/itemCard|u003c/);
});

test('a long answer is cut to 8000 characters, and the model knows', () => {
  const { answer, cut } = read(text('长'.repeat(9000)));
  expect([...String(answer)]).toHaveLength(8000);
  expect(cut).toContain('8000');
  expect(read(text('长'.repeat(8000))).cut).toBeUndefined();
});

test('what is not text is dropped and counted', () => {
  const image = { type: 'image' as const, data: 'AAAA', mimeType: 'image/png' };
  expect(read({ content: [image, image, ...text('a map').content] })).toMatchObject({ answer: 'a map', left_out: { image: 2 } });
});

test('structured content stands in where there is no text, and only there', () => {
  expect(read({ content: [], structuredContent: { open: true } }).answer).toBe('{"open":true}');
  expect(read({ ...text('open'), structuredContent: { open: true } }).answer).toBe('open');
});

test('a failure that repeats a key loses it, with and without the word before it', () => {
  const hide = secretsHider({ url: 'https://crm.example', headers: { authorization: 'Bearer abcdef123456', 'x-region': 'eu' } });
  expect(failureText('crm', 'refused abcdef123456 and Bearer abcdef123456 in eu', hide)).toContain('refused … and … in eu');
});
