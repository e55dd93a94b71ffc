import type { FormScore, StepScore } from '../../protocol/score.ts';

/** What each round is worth of the one before: early steps decide what the later ones can still do. */
export const DISCOUNT = 0.9;

/** Four decimals: marks are compared and stored, not computed with. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/**
 * Whole-chain monitoring (mission C): step marks added up with a discount per round. Divided by the best possible sum, so that
 * chains of different lengths compare; an empty chain has no mark to lose.
 */
export function chainScore(steps: readonly StepScore[]): FormScore['chain'] {
  let [sum, best] = [0, 0];
  steps.forEach(({ score }, round) => {
    const worth = DISCOUNT ** round;
    sum += worth * score;
    best += worth;
  });
  return { score: best === 0 ? 1 : rounded(sum / best), sum: rounded(sum), best: rounded(best), discount: DISCOUNT };
}
