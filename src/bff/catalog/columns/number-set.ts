/** Of the numbers up to a size the share from which a bit for each takes less room than 32 for those that are there. */
const DENSE = 1 / 32;

/**
 * Item numbers: few as a sorted list, many as a bit each, so that a set of a million items takes 125 kB at most and two of them
 * meet in a fraction of a millisecond. All sets that meet are of one size: one past the highest number there may be.
 */
export class NumberSet {
  readonly count: number;
  readonly #list: Uint32Array | undefined;
  readonly #bits: Uint32Array | undefined;

  private constructor(count: number, list: Uint32Array | undefined, bits: Uint32Array | undefined) {
    this.count = count;
    this.#list = list;
    this.#bits = bits;
  }

  /** @param list in ascending order, each once. */
  static of(list: Uint32Array, size: number): NumberSet {
    if (list.length < size * DENSE) return new NumberSet(list.length, list, undefined);
    const bits = noBits(size);
    for (let at = 0; at < list.length; at++) setBit(bits, list[at] ?? 0);
    return new NumberSet(list.length, undefined, bits);
  }

  /** The numbers that are in all of some sets, of which there is at least one. */
  static inAll(sets: readonly NumberSet[], size: number): NumberSet {
    const [least, ...others] = sets.toSorted((a, b) => a.count - b.count);
    if (!least || others.length === 0) return least ?? NumberSet.of(new Uint32Array(), size);
    if (!least.#bits)
      return NumberSet.of(
        filtered(least.numbers(), (no) => others.every((other) => other.has(no))),
        size,
      );
    // Whatever has more numbers than this one is dense as well.
    const bits = Uint32Array.from(least.#bits);
    for (const other of others) for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) & (other.#bits?.[at] ?? 0);
    return NumberSet.#ofBits(bits, size);
  }

  /** The numbers that are in any of some sets. */
  static inAny(sets: readonly NumberSet[], size: number): NumberSet {
    const [only] = sets;
    if (sets.length === 1 && only) return only;
    const bits = noBits(size);
    for (const set of sets) {
      if (set.#bits) for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (set.#bits[at] ?? 0);
      else for (const no of set.#list ?? []) setBit(bits, no);
    }
    return NumberSet.#ofBits(bits, size);
  }

  /** The numbers of a set that are in none of others. */
  static without(set: NumberSet, others: readonly NumberSet[], size: number): NumberSet {
    return others.length === 0
      ? set
      : NumberSet.of(
          filtered(set.numbers(), (no) => !others.some((other) => other.has(no))),
          size,
        );
  }

  static #ofBits(bits: Uint32Array, size: number): NumberSet {
    let count = 0;
    for (let at = 0; at < bits.length; at++) count += bitsIn(bits[at] ?? 0);
    const set = new NumberSet(count, undefined, bits);
    return count < size * DENSE ? new NumberSet(count, set.numbers(), undefined) : set;
  }

  get bytes(): number {
    return (this.#bits ?? this.#list ?? noBits(0)).byteLength;
  }

  has(no: number): boolean {
    if (this.#bits) return ((this.#bits[no >>> 5] ?? 0) & (1 << (no & 31))) !== 0;
    const list = this.#list ?? noBits(0);
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((list[middle] ?? 0) < no) low = middle + 1;
      else high = middle;
    }
    return list[low] === no;
  }

  /** The numbers in ascending order; callers do not change them. */
  numbers(): Uint32Array {
    if (!this.#bits) return this.#list ?? noBits(0);
    const numbers = new Uint32Array(this.count);
    let at = 0;
    for (let index = 0; index < this.#bits.length; index++)
      for (let left = this.#bits[index] ?? 0; left !== 0; left &= left - 1) numbers[at++] = (index << 5) + 31 - Math.clz32(left & -left);
    return numbers;
  }
}

/** The numbers that pass, in their order: what `filter` does, without its calls for each. */
export function filtered(numbers: Uint32Array, passes: (no: number) => boolean): Uint32Array {
  const kept = new Uint32Array(numbers.length);
  let count = 0;
  for (let at = 0; at < numbers.length; at++) {
    const no = numbers[at] ?? 0;
    if (passes(no)) kept[count++] = no;
  }
  return kept.slice(0, count);
}

const noBits = (size: number): Uint32Array => new Uint32Array((size + 31) >>> 5);

function setBit(bits: Uint32Array, no: number): void {
  bits[no >>> 5] = (bits[no >>> 5] ?? 0) | (1 << (no & 31));
}

/** Ones of a word, counted in parallel (Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
