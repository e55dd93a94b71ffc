import type { AttributeInfo } from '../../../catalog/engine.ts';
import type { Lexicon } from './lexicon.ts';
import { findMentions, type Mention } from './match.ts';
import { Passage } from './passage.ts';

/**
 * The kinds of things a request speaks of, known before its names are read: they say which attribute a figure can be of.
 * Where a message names none, those of the search it goes on from.
 */
export class Kinds {
  readonly mentions: readonly Mention[];
  readonly #before: readonly string[];

  /** @param before `product_types` of the search before. */
  constructor(text: string, lexicon: Lexicon, before: readonly string[] = []) {
    this.mentions = findMentions(new Passage(text), lexicon).filter(({ meaning }) => meaning.field === 'product_types');
    this.#before = before;
  }

  /** Whether a stretch is the only word for a kind of thing. */
  isTheOnly(start: number, end: number): boolean {
    return this.mentions.length === 1 && this.mentions.some((mention) => mention.start < end && mention.end > start);
  }

  /**
   * Whether things of these kinds may state an attribute; true where nothing is known about it.
   * @param beside a stretch that names a fact and no kind: memory in "a motherboard for 128 GB of memory".
   */
  state({ types }: AttributeInfo, beside?: { readonly start: number; readonly end: number }): boolean {
    if (types === undefined) return true;
    const others = this.mentions.filter((mention) => !beside || mention.end <= beside.start || mention.start >= beside.end);
    const kinds = (others.length > 0 ? others : this.mentions).flatMap(({ meaning }) => meaning.values);
    const asked = kinds.length > 0 ? kinds : this.#before;
    return asked.length === 0 || asked.some((kind) => types.includes(kind));
  }

  /** What the kinds are called, folded. */
  get names(): string {
    return this.mentions.length > 0 ? this.mentions.map((mention) => mention.text).join(' ') : this.#before.join(' ').toLowerCase();
  }

  /** Whether a kind is known at all. */
  get known(): boolean {
    return this.mentions.length > 0 || this.#before.length > 0;
  }
}
