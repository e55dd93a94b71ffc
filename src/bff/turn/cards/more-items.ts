import { PART_VERSION } from '../../../protocol/parts.ts';
import type { CardMaker } from './card.ts';

/** Items shown in the card before the shopper asks for more. */
const PREVIEW = 3;

/** The rest of this turn's last search. Dropped when nothing remains. */
export const makeMoreItems: CardMaker<'moreItems'> = async (_, context) => {
  const search = context.lastSearch();
  const cursor = search?.cursor;
  if (!search || !cursor) return {};
  const next = await context.nextPage(PREVIEW);
  if (!next || next.items.length === 0) return {};
  const { direct: _direct, cursor: _cursor, ...filters } = search.arguments;
  return {
    part: { type: 'data-moreItems', data: { v: PART_VERSION, search: filters, cursor, total: search.total, preview: [...next.items] } },
  };
};
