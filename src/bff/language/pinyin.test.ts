import { expect, test } from 'vitest';
import { pinyin } from './pinyin.ts';

test.each([
  ['小米', 'xiaomi'],
  ['华为', 'huawei'],
  ['诺基亚', 'nuojiya'],
  ['大疆', 'dajiang'],
  ['海尔', 'haier'],
  ['锤子', 'chuizi'],
  ['松褶', 'songzhe'],
  ['隼目', 'sunmu'],
  ['绿源', 'lvyuan'],
  ['富士', 'fushi'],
  ['啊', 'a'],
  ['作座', 'zuozuo'],
])('%s is %s', (name, read) => expect(pinyin(name)).toBe(read));

test('what is not Chinese throughout has no pinyin', () => {
  for (const name of ['', 'Sony', '小米12', 'ソニー']) expect(pinyin(name)).toBeNull();
});
