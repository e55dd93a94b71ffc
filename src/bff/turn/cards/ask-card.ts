import { PART_VERSION } from '../../../protocol/parts.ts';
import type { CardMaker } from './card.ts';

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** A question with options; a count stands beside a label that is a facet value of this turn's last search. */
export const makeAskCard: CardMaker<'askCard'> = async ({ question, options, multi }, context) => {
  const counts = new Map(
    context.lastSearch()?.facets.flatMap((facet) => facet.values.map((each) => [folded(each.value), each.count] as const)),
  );
  return {
    part: {
      type: 'data-askCard',
      data: {
        v: PART_VERSION,
        question,
        options: options.map((label, index) => {
          const count = counts.get(folded(label));
          return { id: `o${index + 1}`, label, ...(count === undefined ? {} : { count }) };
        }),
        multi,
      },
    },
  };
};
