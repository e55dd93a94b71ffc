import { expect, it } from 'vitest';
import { localName } from './local-name.ts';

it('takes the name in the language asked for, the last step of a path alone', () => {
  expect(localName(['Imaging > Camera', '影像 > 相机'], 'zh')).toBe('相机');
  expect(localName(['影像 > 相机', 'Camera'], 'en')).toBe('Camera');
});

it('takes the first name where there is none in that language', () => {
  expect(localName(['Imaging > Camera'], 'zh')).toBe('Camera');
});
