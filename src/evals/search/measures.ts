/** Places that count for order. */
const PLACES = 10;
/** Places that count for finding. */
export const FOUND_WITHIN = 50;
/** From this grade on an item is one of those looked for. */
const RELEVANT = 2;

const gain = (grade: number, place: number): number => (2 ** grade - 1) / Math.log2(place + 2);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * Normalised discounted cumulative gain of the first ten: 1 for the best order there is.
 * @param grades of what was found, in its order.
 * @param all grades of everything there is.
 */
export function ndcg(grades: readonly number[], all: readonly number[]): number {
  const best = sum(
    all
      .toSorted((a, b) => b - a)
      .slice(0, PLACES)
      .map(gain),
  );
  return best === 0 ? 0 : sum(grades.slice(0, PLACES).map(gain)) / best;
}

/** Share of what is looked for that stands among the first fifty; of more than fifty, of fifty. */
export function recall(grades: readonly number[], all: readonly number[]): number {
  const relevant = (list: readonly number[]) => list.filter((grade) => grade >= RELEVANT).length;
  const there = Math.min(FOUND_WITHIN, relevant(all));
  return there === 0 ? 0 : relevant(grades.slice(0, FOUND_WITHIN)) / there;
}
