import { expect, test } from 'vitest';
import { qualityFaults } from './response-quality.ts';

test.each<[string, boolean, readonly string[]]>([
  ['This one is light and bright. <itemCard id="a"/>', true, []],
  ['好的，这款适合拍星空。', false, []],
  ['Ok.', false, ['too short']],
  ['<itemCard id="a"/>', true, []],
  ['It is light and easy to carry. Good. It is light and easy to carry.', false, ['repeated sentence']],
  ['we rent it by the day or week too we rent it by the day or week too', false, ['repeated ending']],
  ['Here is <b>one for you.', false, ['unmatched tag']],
  ['Here is <b>one</b> for you.<br>Good?', false, []],
  ['```\ncode for you and me', false, ['unmatched tag']],
  ['A card for you there: <itemCard id="a', false, ['unmatched tag']],
])('%s', (text, has_card, faults) => {
  expect(qualityFaults(text, has_card)).toEqual(faults);
});
