import type { DirectiveName } from '../../../protocol/directives.ts';
import type { Item } from '../../../protocol/item.ts';
import { languageOf } from '../../../protocol/locale.ts';
import { foldWidth } from '../../language/fold.ts';
import { findSearchReports } from '../../language/search-report.ts';
import type { GuardOptions } from '../evidence.ts';
import type { Rules } from '../stage.ts';
import { cardWords, plainWords } from '../words.ts';
import { type AmountPlace, amountFault } from './amount.ts';
import { AmountEvidence } from './amount-evidence.ts';
import { judgeAsk } from './ask.ts';
import { commitmentFault } from './commitment.ts';
import { judgeItemCard } from './item-card.ts';
import { type Asked, drop, type Judged, verdict } from './judged.ts';
import { judgeBundleCard, judgeCompareTable } from './members.ts';
import { OutsideAmounts } from './outside-amounts.ts';
import { NameJudge } from './product-name.ts';
import { searchReportFault } from './search-report.ts';
import { namedItem, specificationFinding } from './specification.ts';
import { judgeVideoCard } from './video-card.ts';

/** What stands in the place of a claim without evidence. */
const CHINESE = { amount: '以卡片为准', commitment: '请以店铺说明为准' };
const ENGLISH = { amount: 'see the card', commitment: 'please ask the shop' };

/** Cards of one kind in a step; item and video cards have limits of their own, which count over the whole message. */
const MAX_OF_A_KIND = 24;

/** The rules for directives, each name with its own. A name that is not here cannot compile. */
export function guardRules({ evidence, locale }: GuardOptions): Rules {
  const amounts = new AmountEvidence(evidence);
  const outside = new OutsideAmounts(evidence);
  const names = new NameJudge(evidence);
  const phrases = languageOf(locale) === 'zh' ? CHINESE : ENGLISH;
  const stands = { replacement: null, verdicts: [] };
  const judgeAmount =
    (place: AmountPlace): Rules['amount'] =>
    (amount, text, before) => {
      const fault = amountFault(amount, amounts, place);
      return fault === null || outside.back(amount, before)
        ? stands
        : { replacement: phrases.amount, verdicts: [verdict('amount', 'replaced', text, fault)] };
    };
  const commitment: Rules['commitment'] = (promise, text) => {
    const fault = commitmentFault(promise, text, evidence);
    return fault === null ? stands : { replacement: phrases.commitment, verdicts: [verdict('commitment', 'replaced', text, fault)] };
  };
  /** The card shown last: what a sentence without a name is about. */
  let lastCard: string | undefined;
  const about = (id: string | undefined) => (before: string) => {
    const items = [...evidence.ledgerItems()];
    return namedItem(before, items) ?? items.find((item) => item.id === id);
  };
  const measureAbout =
    (subject: (before: string) => Item | undefined): Rules['measure'] =>
    (measure, before, after) => {
      const finding = specificationFinding(measure, before, after, subject(before));
      if (!finding) return stands;
      const doubtful = finding.kind === 'doubtful';
      const note = doubtful ? finding.reason : `the catalogue says ${finding.attribute}: ${finding.value}`;
      const subjectText = `${before.slice(-40)}…`;
      return {
        replacement: doubtful ? null : finding.value,
        verdicts: [verdict('specification', doubtful ? 'marked' : 'replaced', subjectText, note)],
      };
    };
  const measure: Rules['measure'] = (each, before, after) => measureAbout(about(lastCard))(each, before, after);
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
    if (judged.directive?.name === 'itemCard') lastCard = judged.directive.id;
    if (judged.directive?.name === 'bundleCard') amounts.addShown(judged.directive.members);
    if (judged.directive?.name === 'compareTable') amounts.addShown(judged.directive.ids.map((id) => ({ id, quantity: 1 })));
    return judged;
  };
  return {
    directive: (name, attributes) =>
      limited(name, () =>
        table[name]({
          attributes,
          evidence,
          guardWords: (text, limit) => cardWords(text, limit, { commitment, measure: measureAbout(about(attributes.get('id'))) }),
        }),
      ),
    amount: judgeAmount('prose'),
    commitment,
    measure,
    afterwards: (text) => [
      ...findSearchReports(foldWidth(text).replaceAll('，', ',')).flatMap((report) => {
        const fault = searchReportFault(report, evidence);
        return fault === null ? [] : [verdict('search-report', 'marked', report.text, fault)];
      }),
      ...names
        .strangers(text)
        .map((name) => verdict('product-name', 'marked', name.text, 'no tool of this conversation named this product')),
    ],
    ask: (body) =>
      limited('askCard', () =>
        judgeAsk(body, (text) => plainWords(text, { amount: judgeAmount('question'), commitment, measure: () => stands })),
      ),
  };
}
