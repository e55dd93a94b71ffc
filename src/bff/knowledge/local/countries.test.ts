import { expect, it } from 'vitest';
import { withoutCountries } from './countries.ts';

it.each([
  ['ship to france?', 'ship to abroad?'],
  ['can i take it to the united states', 'can i take it to the abroad'],
  ['能寄到日本吗', '能寄到国外吗'],
  ['法国发货吗', '国外发货吗'],
])('a country that something goes to is abroad: %s', (text, told) => {
  expect(withoutCountries(text)).toBe(told);
});

it.each(['the capital of france', '日本相机', 'a japanese camera', 'turkey'])('a country that is only named stays: %s', (text) => {
  expect(withoutCountries(text)).toBe(text);
});
