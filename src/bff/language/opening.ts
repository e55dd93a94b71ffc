import { type DirectiveName, directiveNames } from '../../protocol/directives.ts';
import { HIDDEN_MARK } from './hidden.ts';
import { bracketTokens, everydayWords, machineryMarks, machineryNamespaces, machineryTags } from './machinery.ts';

/** What a `<` turns out to begin. `end` is past what was looked at. */
export type Opening =
  /** More text is needed to tell. */
  | { readonly kind: 'more' }
  /** Nothing of ours: the `<` is a character. */
  | { readonly kind: 'literal' }
  /** A directive's name, exactly; its attributes begin at `end`. */
  | { readonly kind: 'directive'; readonly name: DirectiveName; readonly end: number }
  /** A closing tag of a directive. */
  | { readonly kind: 'closer'; readonly end: number }
  /** A directive's name in another case, spacing, width or with hidden characters (G3). */
  | { readonly kind: 'variant'; readonly end: number }
  /** Half a directive's name, cut by another `<` (G7). */
  | { readonly kind: 'stub'; readonly end: number }
  /** A machinery tag; its `>` is yet to come. `name` is folded. */
  | { readonly kind: 'machinery'; readonly name: string; readonly closer: boolean; readonly end: number }
  /** `<|token|>` or its full-width kin. */
  | { readonly kind: 'token'; readonly token: string; readonly closer: boolean; readonly end: number };

const directiveByFold = new Map<string, DirectiveName>(directiveNames.map((name) => [name.toLowerCase(), name]));
const machineryNames: ReadonlySet<string> = new Set([...machineryTags, ...machineryMarks]);
const namespaces: ReadonlySet<string> = new Set(machineryNamespaces);
const directivePrefixes = prefixesOf(directiveByFold.keys());
const machineryPrefixes = prefixesOf([...machineryNames, ...machineryNamespaces]);

function prefixesOf(names: Iterable<string>): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (const name of names) for (let i = 1; i <= name.length; i++) prefixes.add(name.slice(0, i));
  return prefixes;
}

/** More white space than this after `<` and it opens nothing. */
const MAX_SPACES = 16;
/** A name is looked for no further than this. */
const MAX_NAME = 96;
/** Longest run of `<` that is told from its end. */
const MAX_RUN = 8;
/** Longest special token between its bars. */
const MAX_TOKEN = 96;

/**
 * Tells what the `<` at `at` begins. Pure: the answer for a text is the answer for every longer text, unless it is `more`.
 * @param ended no more text will come.
 */
export function readOpening(text: string, at: number, ended: boolean): Opening {
  const more: Opening = ended ? { kind: 'literal' } : { kind: 'more' };
  const token = readToken(text, at, more);
  if (token) return token;
  let letters = '';
  let raw = '';
  let slashes = 0;
  let spaces = 0;
  let loose = text[at] !== '<';
  for (let i = at + 1; ; i++) {
    const character = text[i];
    if (character === undefined) {
      if (!ended) return { kind: 'more' };
      return directivePrefixes.has(letters) ? { kind: 'stub', end: i } : { kind: 'literal' };
    }
    if (i - at > MAX_NAME) return directivePrefixes.has(letters) ? { kind: 'stub', end: i } : { kind: 'literal' };
    if (character === HIDDEN_MARK) {
      loose = true;
      continue;
    }
    if (character === '/' && letters === '') {
      if (++slashes > 1) loose = true;
      if (slashes > MAX_SPACES) return { kind: 'stub', end: i };
      continue;
    }
    const whole = directiveByFold.get(letters);
    if (whole) {
      if (slashes > 0) return { kind: 'closer', end: i };
      const exact = !loose && spaces === 0 && raw === whole && /[\s/>]/.test(character);
      return exact ? { kind: 'directive', name: whole, end: i } : { kind: 'variant', end: i };
    }
    if (/[ \t\n]/.test(character) && !(letters !== '' && machineryNames.has(letters) && spaces === 0)) {
      if (character === '\n' && letters !== '') return directivePrefixes.has(letters) ? { kind: 'stub', end: i } : { kind: 'literal' };
      if (++spaces > MAX_SPACES) return { kind: 'stub', end: i };
      continue;
    }
    const folded = foldLetter(character);
    const longer = letters + folded;
    const mayDirective = folded !== '' && directivePrefixes.has(longer);
    const mayMachinery = folded !== '' && spaces === 0 && machineryPrefixes.has(longer);
    if (mayDirective || mayMachinery) {
      letters = longer;
      raw += character;
      continue;
    }
    if (/[-_]/.test(character) && letters !== '' && (directivePrefixes.has(letters) || machineryPrefixes.has(letters))) {
      raw += character;
      continue;
    }
    if (character === ':' && namespaces.has(letters)) {
      letters = '';
      raw = '';
      continue;
    }
    if ((character === '[' || character === '◁') && (letters === '' || directivePrefixes.has(letters))) {
      const bracket = bracketTokenAt(text, i, ended);
      if (bracket === 'more') return { kind: 'more' };
      return bracket ? { kind: 'stub', end: i } : { kind: 'literal' };
    }
    if (character === '<' && directivePrefixes.has(letters)) return { kind: 'stub', end: i };
    if (character === '<' && letters === '') return beforeAnother(text, at, i, ended);
    return readMachinery(text, letters, slashes > 0, i, ended);
  }
}

/** The bracketed token that stands at `at`; `more` when it may still become one. */
export function bracketTokenAt(text: string, at: number, ended: boolean): (typeof bracketTokens)[number] | 'more' | null {
  const upper = text.slice(at, at + LONGEST_BRACKET).toUpperCase();
  const known = bracketTokens.find(({ token }) => upper.startsWith(token.toUpperCase()));
  if (known) return known;
  return !ended && bracketTokens.some(({ token }) => token.toUpperCase().startsWith(upper)) ? 'more' : null;
}

const LONGEST_BRACKET = 24;

/** `<<itemCard …`: the first `<` must not find a new partner once the tag behind it is gone. */
function beforeAnother(text: string, first: number, at: number, ended: boolean): Opening {
  let last = at;
  while (text[last + 1] === '<' && last - at < MAX_RUN) last++;
  if (last - at === MAX_RUN) return { kind: 'stub', end: last };
  const next = readOpening(text, last, ended);
  if (next.kind === 'more') return next;
  return next.kind === 'literal' ? { kind: 'literal' } : { kind: 'stub', end: first + 1 };
}

function readMachinery(text: string, letters: string, closer: boolean, at: number, ended: boolean): Opening {
  if (!machineryNames.has(letters)) return { kind: 'literal' };
  const character = text[at] ?? '';
  if (!letters.endsWith('=') && !/[\s/>]/.test(character)) return { kind: 'literal' };
  if (everydayWords.has(letters) && character !== '>') return { kind: 'literal' };
  const end = text.slice(at, at + 300).search(/[>\n<]/);
  if (end < 0) {
    if (!ended && text.length - at < 300) return { kind: 'more' };
    return { kind: 'machinery', name: letters, closer, end: Math.min(at + 300, text.length) };
  }
  return { kind: 'machinery', name: letters, closer, end: at + end + (text[at + end] === '>' ? 1 : 0) };
}

/** `<|im_end|>`, `<｜tool▁calls▁begin｜>`, `<｜DSML｜invoke name="…">`, `</｜DSML｜invoke>`. */
function readToken(text: string, at: number, more: Opening): Opening | null {
  let bar = at + 1;
  while (text[bar] === '/' || text[bar] === HIDDEN_MARK) bar++;
  if (text[bar] !== '|' && text[bar] !== '｜') return null;
  const inside = text.slice(bar + 1, bar + 1 + MAX_TOKEN * 2);
  const stop = inside.search(/[<>\n]/);
  if (stop < 0) return inside.length < MAX_TOKEN * 2 ? more : { kind: 'literal' };
  if (inside[stop] !== '>') return { kind: 'literal' };
  const body = inside.slice(0, stop).replaceAll(HIDDEN_MARK, '');
  const isDsml = /^\s?dsml[|｜]/i.test(body);
  if (!isDsml && !/[|｜]$/.test(body)) return { kind: 'literal' };
  const token = isDsml ? body.trim() : body.slice(0, -1);
  return { kind: 'token', token, closer: text[at + 1] === '/', end: bar + 1 + stop + 1 };
}

/** Lower case ASCII of a letter or `=` of either width; empty for anything else. */
function foldLetter(character: string): string {
  const code = character.charCodeAt(0);
  const ascii = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (ascii >= 0x41 && ascii <= 0x5a) return String.fromCharCode(ascii + 32);
  return (ascii >= 0x61 && ascii <= 0x7a) || ascii === 0x3d ? String.fromCharCode(ascii) : '';
}
