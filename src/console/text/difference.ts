/** A stretch of two texts: in both, only in the first, or only in the second. */
export interface Stretch {
  readonly side: 'both' | 'first' | 'second';
  readonly text: string;
}

/** Tokens of the two middles that are compared cell by cell; past this the middles are told as replaced whole. */
const MOST_CELLS = 4_000_000;

/** A word, a single Han character or sign, or a run of white space. */
const TOKEN = /\s+|[\p{Script=Han}]|[\p{L}\p{N}_-]+|[^\s]/gu;

const same = (a: string, b: string): boolean => a === b || (a.trim() === '' && b.trim() === '');

/** Longest common subsequence of two short lists, as pairs of their positions. */
function common(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = same(a[i] ?? '', b[j] ?? '') ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (same(a[i] ?? '', b[j] ?? '')) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/**
 * What changed between two texts, word by word; Chinese character by character. White space of any length is alike, and
 * the first text's is kept.
 * @returns stretches in order; those of `both` and `first` joined are the first text.
 */
export function difference(first: string, second: string): Stretch[] {
  const a: string[] = first.match(TOKEN) ?? [];
  const b: string[] = second.match(TOKEN) ?? [];
  let start = 0;
  while (start < a.length && start < b.length && same(a[start] ?? '', b[start] ?? '')) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && same(a.at(-1 - end) ?? '', b.at(-1 - end) ?? '')) end += 1;
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const pairs = middleA.length * middleB.length > MOST_CELLS ? [] : common(middleA, middleB);

  const stretches: { side: Stretch['side']; text: string }[] = [];
  const add = (side: Stretch['side'], tokens: readonly string[]): void => {
    if (tokens.length === 0) return;
    const last = stretches.at(-1);
    if (last?.side === side) last.text += tokens.join('');
    else stretches.push({ side, text: tokens.join('') });
  };
  add('both', a.slice(0, start));
  let [i, j] = [0, 0];
  for (const [nextA, nextB] of [...pairs, [middleA.length, middleB.length] as const]) {
    add('first', middleA.slice(i, nextA));
    add('second', middleB.slice(j, nextB));
    add('both', middleA.slice(nextA, nextA + 1));
    [i, j] = [nextA + 1, nextB + 1];
  }
  add('both', a.slice(a.length - end));
  return gathered(stretches);
}

/** A sentence put in place of another is one change, not one for each word between its blanks. */
function gathered(stretches: readonly Stretch[], isChance = (_: number): boolean => false): Stretch[] {
  const out: Stretch[] = [];
  let change = { first: '', second: '' };
  const flush = (): void => {
    if (change.first !== '') out.push({ side: 'first', text: change.first });
    if (change.second !== '') out.push({ side: 'second', text: change.second });
    change = { first: '', second: '' };
  };
  for (const [index, stretch] of stretches.entries()) {
    const changing = change.first !== '' || change.second !== '';
    if (stretch.side !== 'both') change[stretch.side] += stretch.text;
    else if (changing && (stretch.text.trim() === '' || isChance(index)))
      change = { first: change.first + stretch.text, second: change.second + stretch.text };
    else {
      flush();
      out.push(stretch);
    }
  }
  flush();
  return out;
}

const size = (stretch: Stretch | undefined): number => (stretch === undefined || stretch.side === 'both' ? 0 : stretch.text.trim().length);

/**
 * The same, with what two quite different texts happen to share in between (a comma, one character) told as changed: easier
 * to read where sentences were written anew.
 */
export function coarser(stretches: readonly Stretch[]): Stretch[] {
  const chance = stretches.map(({ side, text }, index) => {
    if (side !== 'both') return false;
    const before = Math.max(size(stretches[index - 1]), size(stretches[index - 2]));
    const after = Math.max(size(stretches[index + 1]), size(stretches[index + 2]));
    return text.trim().length * 2 <= Math.min(before, after);
  });
  return gathered(stretches, (index) => chance[index] === true);
}
