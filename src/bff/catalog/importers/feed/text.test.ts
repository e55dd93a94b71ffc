import { expect, test } from 'vitest';
import { plainLine, plainText } from './text.ts';

test('blocks stand on lines of their own, markup and what is not seen go', () => {
  expect(plainText('<p>Light.</p><ul><li>800 g</li><li>Black</li></ul><script>x()</script><style>p{}</style>')).toBe(
    'Light.\n\n800 g\n\nBlack',
  );
});
test('entities are decoded, also where an export encoded them twice', () => {
  expect(plainText('Salt &amp; pepper')).toBe('Salt & pepper');
  expect(plainText('Salt &amp;amp; pepper &amp;lt;b&amp;gt;')).toBe('Salt & pepper <b>');
  expect(plainText('&lt;p&gt;27&quot; screen&lt;/p&gt;')).toBe('27" screen');
  expect(plainText('60&nbsp;W &#8211; caf&eacute;')).toBe('60 W – café');
});
test('text without markup stays as it is', () => {
  expect(plainText('a < b, AT&T, 27" & more')).toBe('a < b, AT&T, 27" & more');
  expect(plainText('  ')).toBeUndefined();
  expect(plainText({})).toBeUndefined();
  expect(plainLine('two\nlines')).toBe('two lines');
});
