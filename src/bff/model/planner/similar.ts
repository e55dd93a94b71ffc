import { itemType } from '../../../protocol/item.ts';
import type { ModelRequest, SearchState } from '../port.ts';
import type { Dialogue } from './history.ts';
import { foldText } from './read/passage.ts';
import type { Wish } from './wish.ts';

const SIMILAR =
  /类似|相似|差不多|同类|同款|同样的|替代|这种的|\bsimilar\b|\balternatives?\b|\b(?:something|anything|others?|ones?|more) like (?:this|it|that)\b|\blike this one\b|\bcomparable\b/;

/** A wish that starts from the item of the page: others of its kind, "similar but cheaper". */
export interface FromPage {
  readonly item_id: string;
  readonly wish: Wish;
  /** As if the item had been searched for and shown; null until it has been read. */
  readonly state: SearchState | null;
}

/** Reads a wish for others like the item of the page; null where it is none, or names a kind of its own. */
export function likeThePage(wish: Wish, request: ModelRequest, dialogue: Dialogue): FromPage | null {
  const { page, search_state } = request.facts;
  const text = foldText(dialogue.text);
  const similar = SIMILAR.test(text);
  const cheaper = wish.edit?.kind === 'cheaper' || wish.edit?.kind === 'dearer' || wish.edit?.kind === 'others';
  if (page?.item_id === undefined || wish.terms.product_types?.length) return null;
  if (!similar && !(cheaper && (search_state?.shown.length ?? 0) === 0)) return null;
  const item = dialogue.seen.get(page.item_id);
  const type = item?.categories?.at(-1)?.value;
  const words = wish.words.filter((word) => !SIMILAR.test(word) && !/^(?:similar|类似|like|款|东西|thing|one)/.test(word));
  return {
    item_id: page.item_id,
    wish: {
      ...wish,
      talk: null,
      words,
      leans: true,
      sort: null,
      edit: wish.edit ?? { kind: wish.sort === 'price_asc' ? 'cheaper' : 'others' },
      noun: (item && itemType(item)) ?? null,
    },
    state:
      type === undefined || item === undefined
        ? null
        : { arguments: { product_types: [type], ...(soldOnly(item) ? { offer_kind: 'sell' as const } : {}) }, total: 1, shown: [item.id] },
  };
}

const soldOnly = (item: { readonly offers: readonly { readonly kind: string }[] }): boolean =>
  item.offers.length > 0 && item.offers.every((offer) => offer.kind === 'sell');
