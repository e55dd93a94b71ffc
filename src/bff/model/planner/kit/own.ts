import type { Vocabulary } from '../../../catalog/engine.ts';
import { attributesFor } from '../read/concepts.ts';
import { lexiconOf } from '../read/lexicon.ts';
import { type ReadOptions, readWish } from '../read/read.ts';
import type { Wish } from '../wish.ts';
import { type Role, sharesType } from './kit-wish.ts';

/** What a wish wants of one part alone: of a brand, brighter, the lightest. */
export function ownOf(
  { terms: { brands, colors, materials, key_features }, attributes, edit, sort, sort_attribute }: Wish,
  role: Role,
  vocabulary: Vocabulary,
): NonNullable<Role['own']> {
  const quality =
    edit?.kind === 'more'
      ? attributesFor(edit.concept, lexiconOf(vocabulary)).find(({ types }) => !types || sharesType(role, types))
      : undefined;
  const asked = sort === 'attribute' && sort_attribute ? vocabulary.attributes.find(({ key }) => key === sort_attribute.name) : undefined;
  const order =
    quality && edit?.kind === 'more'
      ? { name: quality.key, order: edit.order }
      : sort_attribute && asked && (!asked.types || sharesType(role, asked.types))
        ? sort_attribute
        : undefined;
  return {
    ...(brands ? { brands: [...brands] } : {}),
    ...(colors ? { colors: [...colors] } : {}),
    ...(materials ? { materials: [...materials] } : {}),
    ...(key_features ? { key_features: [...key_features] } : {}),
    ...(attributes.length > 0 ? { attributes: [...attributes] } : {}),
    ...(edit?.kind === 'cheaper' || sort === 'price_asc' ? { sort: 'price_asc' as const } : {}),
    ...(order ? { sort: 'attribute' as const, sort_attribute: order } : {}),
  };
}

/** The part with what the words before its name want of it: the light tent of "a light tent and a warm sleeping bag". */
export function withOwnWords(role: Role, words: string, reading: ReadOptions): Role {
  const own = ownOf(readWish(words, reading), role, reading.vocabulary);
  return Object.keys(own).length > 0 ? { ...role, own } : role;
}
