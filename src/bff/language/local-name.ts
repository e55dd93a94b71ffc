import type { Language } from '../../protocol/locale.ts';

const han = /\p{Script=Han}/u;

/**
 * The name among several of one thing that a reader of a language expects, the last step of a path alone: 相机 of
 * ("Imaging > Camera", "影像 > 相机"). The first name where none is in that language.
 */
export function localName(names: readonly [string, ...string[]], language: Language): string {
  const leaves = names.map((name) => name.split(' > ').at(-1) ?? name);
  return leaves.find((name) => han.test(name) === (language === 'zh')) ?? leaves[0] ?? names[0];
}
