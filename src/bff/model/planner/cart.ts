import type { TurnFacts } from '../port.ts';

/** What is in the cart, and not what shall be put there. */
const CART =
  /(?<!(?:[加入到进往]|清空)(?:我的?)?)购物[车袋篮]|(?<!\b(?:put|add|place)\b[^.?!]*)\b(?:in|of|from) (?:my|the) (?:shopping )?(?:cart|basket)\b|\bcompare (?:my|the) (?:shopping )?(?:cart|basket)\b/;

/** Whether a message speaks of what is in the cart. @param text folded. */
export const speaksOfCart = (text: string): boolean => CART.test(text);

/** Ids in the page's cart, each once, in its order. */
export function cartIds({ page }: TurnFacts): readonly string[] {
  return [...new Set((page?.cart ?? []).map(({ item_id }) => item_id))];
}
