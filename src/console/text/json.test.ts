import fc from 'fast-check';
import { expect, it } from 'vitest';
import { laidOut } from './json.ts';

it('what fits on a line stays on it, what does not is broken at its outermost', () => {
  expect(laidOut('{"query":"tent","limit":3,"empty":{},"none":[]}')).toBe('{ "query": "tent", "limit": 3, "empty": {}, "none": [] }');
  const long = JSON.stringify({ query: 'x'.repeat(80), filters: ['a', 'b'] });
  expect(laidOut(long)).toBe(`{\n  "query": "${'x'.repeat(80)}",\n  "filters": ["a", "b"]\n}`);
});

it('it is the same JSON', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(JSON.stringify(JSON.parse(laidOut(json)))).toBe(JSON.stringify(JSON.parse(json)));
    }),
  );
});

it('text that is no JSON stays as it is', () => {
  expect(laidOut('{"query": "te')).toBe('{"query": "te');
});
