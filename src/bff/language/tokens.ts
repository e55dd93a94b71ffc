import { displayText } from '../../protocol/display-text.ts';
import { parseQuantity, sameQuantities, unitSymbol } from './units.ts';

/**
 * The form in which two spellings are the same name: width, case and accents folded, hidden characters out, white space
 * single. `"ＳＯＮＹ "`, `"Sony"` and `"sony"` are one.
 */
export function fold(text: string): string {
  return displayText(text)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const HAN = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々`;
/** A run of Han or Kana, or a word of other letters and digits with its inner points, hyphens and strokes. */
const RUN = new RegExp(
  String.raw`([${HAN}]+)|((?![${HAN}])[\p{L}\p{N}](?:(?![${HAN}])[\p{L}\p{N}]|[.\-'’_/](?=(?![${HAN}])[\p{L}\p{N}]))*)`,
  'gu',
);
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** One word of a query. It is found where all tokens of any one alternative are. */
export interface QueryTerm {
  readonly text: string;
  readonly any: readonly (readonly string[])[];
}

interface Run {
  readonly text: string;
  readonly han: boolean;
  /** Whether white space or nothing separates it from the run before. */
  readonly adjoins: boolean;
}

/** The marks of inches after a number, as {@link fold} leaves them: 27", 27″, 27''. */
const INCHES = /(?<=\d)(?:"|”|''|’’|′′)/g;

function runsOf(text: string): Run[] {
  const folded = text.replace(INCHES, 'in ');
  const runs: Run[] = [];
  let end = 0;
  for (const match of folded.matchAll(RUN)) {
    runs.push({ text: match[0], han: match[1] !== undefined, adjoins: /^[ ]?$/.test(folded.slice(end, match.index)) });
    end = match.index + match[0].length;
  }
  return runs;
}

/** Overlapping pairs of characters; a lone character is its own. */
function bigrams(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** English plurals fold into one form on both sides of the search; `lens` becoming `len` is harmless there. */
function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/**
 * The form in which a name and a phrase of a query are the same: folded, each word in the singular, nothing between the words.
 * `Smart Phones`, `smartphone` and `smart-phone` are one.
 */
export function nameKey(name: string): string {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .map(stem)
    .join('');
}

/** `750w` as number and unit, where what follows the number is a unit. */
function quantity(word: string): { number: string; token: string } | null {
  const match = /^(\d+(?:\.\d+)?)([^\d.].*)$/u.exec(word);
  if (!match?.[1] || !match[2]) return null;
  const symbol = unitSymbol(match[2]);
  return symbol === undefined ? null : { number: match[1], token: `${match[1]}${symbol.toLowerCase()}` };
}

/** Joined form, parts at hyphens and strokes, and runs of letters and digits inside them: all that a model number is found by. */
function compound(word: string): { whole: string; parts: string[]; pieces: string[] } {
  const parts = /^\d+(?:\.\d+)+$/.test(word) ? [word] : word.split(/[-'’_/]/).filter((part) => part !== '');
  const pieces = parts.flatMap((part) => (/\p{L}/u.test(part) && /\d/.test(part) ? (part.match(/\p{L}{2,}|\d+(?:\.\d+)?/gu) ?? []) : []));
  return { whole: stem(parts.join('')), parts: parts.map(stem), pieces: pieces.map(stem) };
}

/** A quantity in the other units of its dimension, as tokens: `1tb` is also `1000gb`. */
function converted(token: string): string[] {
  const told = parseQuantity(token);
  return told ? sameQuantities(told).map(({ value, unit }) => `${value}${unit.toLowerCase()}`) : [];
}

const hasDigit = (text: string): boolean => /\d/.test(text);
/** Longest text made by joining two neighbouring words (`A7C II` is also `a7cii`). */
const JOINED_LIMIT = 14;

/**
 * Tokens under which a text is filed, repeats kept: pairs of Han characters; Latin words in the singular; model numbers whole and
 * in parts; a number with its unit as one token (`750w` for "750W", "750 W" and "750瓦") beside the bare number.
 */
export function searchTokens(text: string): string[] {
  const tokens: string[] = [];
  let before: Run | undefined;
  for (const run of runsOf(fold(text))) {
    const joins = before !== undefined && run.adjoins && !before.han;
    if (run.han) {
      tokens.push(...bigrams(run.text));
      const unit = joins && before ? leadingUnit(run.text) : undefined;
      if (unit && before && hasDigit(before.text)) tokens.push(`${before.text}${unit.symbol}`);
    } else {
      const { whole, parts, pieces } = compound(run.text);
      tokens.push(...new Set([whole, ...parts, ...pieces]));
      const measured = quantity(run.text);
      if (measured) tokens.push(...new Set([measured.token, measured.number, shortUnit(measured.token)]));
      if (joins && before && (hasDigit(before.text) || hasDigit(run.text))) {
        const joined = `${before.text}${run.text}`.replace(/[-'’_/]/g, '');
        const pair = quantity(joined);
        if (joined.length <= JOINED_LIMIT) tokens.push(joined);
        if (pair) tokens.push(pair.token, shortUnit(pair.token));
      }
    }
    before = run;
  }
  return tokens;
}

/** In Chinese "内存4G" is 4 GB: bytes are also filed without their B. */
function shortUnit(token: string): string {
  return token.replace(/(?<=\d[kmgt])b$/, '');
}

/** A unit at the start of a Han run, longest first: 英寸 in 英寸以上. */
function leadingUnit(run: string): { symbol: string; length: number } | undefined {
  const characters = [...run];
  for (let length = Math.min(4, characters.length); length > 0; length--) {
    const symbol = unitSymbol(characters.slice(0, length).join(''));
    if (symbol !== undefined) return { symbol: symbol.toLowerCase(), length };
  }
  return undefined;
}

/** Han words of a text as a reader sees them, two characters and longer; they weigh more than pairs that cross words. */
export function hanWords(text: string): string[] {
  const words: string[] = [];
  for (const run of runsOf(fold(text)))
    if (run.han) for (const { segment } of segmenter.segment(run.text)) if ([...segment].length > 1) words.push(segment);
  return words;
}

/** Single Han characters of a text: names are also found by one (灯, 包). */
export function hanCharacters(text: string): string[] {
  return runsOf(fold(text)).flatMap((run) => (run.han ? [...run.text] : []));
}

/** Words that say nothing about a product; left out of a query unless nothing else is in it. */
const EMPTY_WORDS = new Set(
  (
    'a an and any are at be best buy can do for from get good have i in is it me my need of on one or please show some something that ' +
    'the to want what which with you 的 了 吗 呢 吧 啊 和 与 或 及 我 我们 你 要 想 想要 需要 个 一个 款 一款 台 一台 有 有没有 没有 什么 哪些 哪个 ' +
    '能 可以 用 用的 来 去 给 请 帮 帮我 推荐 看看 找 买 租 是 在 好 一下 一些 以上 以下 左右 适合 比较 最 很 点 一点 些 这 那 这个 那个 把 被 都 也 就 还 又'
  ).split(' '),
);

/** The words a free-text query is made of, in order, without repeats, and without those that say nothing. */
export const queryTerms = (text: string): QueryTerm[] => telling(allTerms(text));

/** Of the words of a query those that say something about a product; single characters only where there is nothing else. */
export function telling<T extends { readonly text: string }>(terms: readonly T[]): T[] {
  const meaningful = terms.filter((term) => !EMPTY_WORDS.has(term.text));
  const words = meaningful.filter((term) => !isLoneHan(term.text));
  if (words.length > 0) return words;
  return meaningful.length > 0 ? meaningful : [...terms];
}

/** Every word of a query: a name of several may be cut into words that say nothing by themselves (笔记 and 本). */
export function allTerms(text: string): QueryTerm[] {
  const terms = new Map<string, QueryTerm>();
  const add = (word: string, any: readonly (readonly string[])[]) => {
    if (!terms.has(word)) terms.set(word, { text: word, any });
  };
  const runs = runsOf(fold(text));
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at];
    if (!run) continue;
    const next = runs[at + 1];
    if (run.han) {
      addHan(run.text, add);
      continue;
    }
    const isNumber = /^\d+(?:\.\d+)?$/.test(run.text);
    if (isNumber && next?.adjoins) {
      const unit = next.han ? leadingUnit(next.text) : undefined;
      const pair = next.han ? undefined : quantity(`${run.text}${next.text}`);
      if (unit || pair) {
        const token = unit ? `${run.text}${unit.symbol}` : (pair?.token ?? run.text);
        add(
          token,
          [token, ...converted(token)].map((each) => [each]),
        );
        if (unit) addHan([...next.text].slice(unit.length).join(''), add);
        at++;
        continue;
      }
    }
    const measured = quantity(run.text);
    const { whole, parts, pieces } = compound(run.text);
    if (measured)
      add(
        run.text,
        [...new Set([whole, measured.token, ...converted(measured.token)])].map((token) => [token]),
      );
    else
      add(run.text, [
        [whole],
        ...(parts.length > 1 ? [parts] : []),
        ...(parts.length === 1 && pieces.length > 1 ? [pieces] : []),
        ...joinedWith(run.text, next),
      ]);
  }
  return [...terms.values()];
}

/** A model number written apart is also the word it is when written together: `b650m a`. */
function joinedWith(word: string, next: Run | undefined): string[][] {
  if (!next?.adjoins || next.han || !(hasDigit(word) || hasDigit(next.text))) return [];
  const joined = `${word}${next.text}`.replace(/[-'’_/]/g, '');
  return joined.length <= JOINED_LIMIT ? [[joined]] : [];
}

const isLoneHan = (text: string): boolean => [...text].length === 1 && new RegExp(`[${HAN}]`, 'u').test(text);

/** Words of a Han run. Neighbouring lone characters are a word the segmenter does not know (微单). */
function addHan(run: string, add: (word: string, any: readonly (readonly string[])[]) => void): void {
  let lone = '';
  let before = '';
  const flush = () => {
    // One character after a word is found where the two meet: 窝 of 宠物窝 by 物窝.
    if (lone !== '') add(lone, [...([...lone].length === 1 && before !== '' ? [[`${before}${lone}`]] : []), bigrams(lone)]);
    lone = '';
  };
  for (const { segment } of segmenter.segment(run)) {
    const pairs = bigrams(segment);
    if (pairs.length === 1 && isLoneHan(segment) && !EMPTY_WORDS.has(segment)) {
      lone += segment;
      continue;
    }
    flush();
    add(segment, pairs.length > 1 ? [pairs, [segment]] : [pairs]);
    before = [...segment].at(-1) ?? '';
  }
  flush();
}
