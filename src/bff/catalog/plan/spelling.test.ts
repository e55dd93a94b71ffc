import { describe, expect, test } from 'vitest';
import { Speller } from './spelling.ts';

const speller = new Speller(
  Object.entries({ projector: 20, protector: 3, laptop: 9, laptops: 1, camera: 30, huawei: 8, seasonic: 5 }).map(([word, items]) => ({
    word,
    items,
  })),
);

describe('putting right', () => {
  test.each([
    ['projecter', ['projector']],
    ['lapotp', ['laptop']],
    ['huawie', ['huawei']],
    ['seasonik', ['seasonic']],
    ['camera', ['camera']],
  ])('%s means %s', (word, meant) => expect(speller.near(word)).toEqual(meant));

  test('of equally near words the commoner comes first', () => expect(speller.near('laptopz')).toEqual(['laptop', 'laptops']));
  test('short words, numbers and other first letters are left alone', () => {
    for (const word of ['cam', 'x100', 'kamera', '相机', 'zzzzzzzz']) expect(speller.near(word)).toEqual([]);
  });
});
