import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GrowingText } from './growing-text.ts';

it('a text that grows is all its pieces in order, however many and whenever it is read or begun anew', () => {
  const act = fc.oneof({ weight: 200, arbitrary: fc.string({ maxLength: 3 }) }, fc.constantFrom({ read: true }, { clear: true }));
  fc.assert(
    fc.property(fc.array(act, { maxLength: 600, size: 'max' }), (acts) => {
      const text = new GrowingText();
      let expected = '';
      for (const each of acts) {
        if (typeof each === 'string') {
          text.add(each);
          expected += each;
        } else if ('clear' in each) {
          text.clear();
          expected = '';
        } else expect(text.text).toBe(expected);
        expect(text.length).toBe(expected.length);
      }
      expect(text.text).toBe(expected);
    }),
  );
});
