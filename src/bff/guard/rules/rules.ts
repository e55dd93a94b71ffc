import type { DirectiveName } from '../../../protocol/directives.ts';
import { languageOf } from '../../../protocol/locale.ts';
import type { GuardOptions } from '../guard.ts';
import type { Rules } from '../stage.ts';
import { type AmountJudge, cardWords, plainWords } from '../words.ts';
import { type AmountPlace, amountFault } from './amount.ts';
import { AmountEvidence } from './amount-evidence.ts';
import { judgeAsk } from './ask.ts';
import { judgeItemCard } from './item-card.ts';
import { type Asked, drop, type Judged, verdict } from './judged.ts';
import { judgeBundleCard, judgeCompareTable } from './members.ts';
import { judgeVideoCard } from './video-card.ts';

/** Cards of one kind in a step; item and video cards have limits of their own, which count over the whole message. */
const MAX_OF_A_KIND = 24;

/** The rules for directives, each name with its own. A name that is not here cannot compile. */
export function guardRules({ evidence, locale }: GuardOptions): Rules {
  const amounts = new AmountEvidence(evidence);
  const phrase = languageOf(locale) === 'zh' ? '以卡片为准' : 'see the card';
  const judgeAmount =
    (place: AmountPlace): AmountJudge =>
    (amount, text) => {
      const fault = amountFault(amount, amounts, place);
      if (fault === null) return { replacement: null, verdicts: [] };
      return { replacement: phrase, verdicts: [verdict('amount', 'replaced', text, fault)] };
    };
  const counts = new Map<DirectiveName, number>();
  const table: Record<Exclude<DirectiveName, 'askCard'>, (asked: Asked) => Judged> = {
    itemCard: judgeItemCard,
    videoCard: judgeVideoCard,
    compareTable: judgeCompareTable,
    bundleCard: judgeBundleCard,
    moreItems: () =>
      (counts.get('moreItems') ?? 0) > 0
        ? drop('repeat', 'moreItems', 'this step continues the search already')
        : { directive: { name: 'moreItems' }, verdicts: [] },
  };
  const limited = (name: DirectiveName, judge: () => Judged): Judged => {
    const count = counts.get(name) ?? 0;
    if (count >= MAX_OF_A_KIND) return drop('limit', name, `a step shows at most ${MAX_OF_A_KIND} of a kind`);
    const judged = judge();
    if (judged.directive) counts.set(name, count + 1);
    if (judged.directive?.name === 'bundleCard') amounts.addShown(judged.directive.members);
    if (judged.directive?.name === 'compareTable') amounts.addShown(judged.directive.ids.map((id) => ({ id, quantity: 1 })));
    return judged;
  };
  return {
    directive: (name, attributes) => limited(name, () => table[name]({ attributes, evidence, guardWords: cardWords })),
    amount: judgeAmount('prose'),
    ask: (body) => limited('askCard', () => judgeAsk(body, (text) => plainWords(text, judgeAmount('question')))),
  };
}
