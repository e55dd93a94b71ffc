import { PART_VERSION } from '../../../protocol/parts.ts';
import type { CardMaker } from './card.ts';

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** How an option may name a facet value: as it is, with its unit, by the last step of its path. */
function names(value: string, unit: string | undefined): string[] {
  return [value, value.split(' > ').at(-1) ?? value, ...(unit ? [`${value} ${unit}`, `${value}${unit}`] : [])].map(folded);
}

/** A question with options; a count stands beside a label that is a facet value of this turn's last search. */
export const makeAskCard: CardMaker<'askCard'> = async ({ question, options, multi }, context) => {
  const facets = context.lastSearch()?.facets ?? [];
  const counts = new Map(
    facets.flatMap(({ values, unit }) => values.flatMap(({ value, count }) => names(value, unit).map((name) => [name, count] as const))),
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
