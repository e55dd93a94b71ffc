import { directiveLimits } from '../../../protocol/directives.ts';
import { type Asked, drop, type Judged, verdict } from './judged.ts';

/** G1, G8–G10: one card per id and message, at most 24, only for ids of the ledger; the reason is guarded text. */
export function judgeItemCard({ attributes, evidence, guardWords }: Asked): Judged {
  const id = attributes.get('id');
  if (id === undefined) return drop('attributes', 'itemCard', 'an itemCard needs an id');
  if (!evidence.inLedger(id)) return drop('ledger', id, 'no search of this conversation returned this id');
  const { items } = evidence.shown;
  if (items.has(id)) return drop('repeat', id, 'this message shows the item already');
  if (items.size >= directiveLimits.itemCards) return drop('limit', id, `a message shows at most ${directiveLimits.itemCards} item cards`);
  items.add(id);
  const passed = verdict('ledger', 'passed', id, 'returned by a search of this conversation');
  const written = attributes.get('reason');
  if (written === undefined) return { directive: { name: 'itemCard', id }, verdicts: [passed] };
  const reason = guardWords(written, directiveLimits.reason);
  return {
    directive: { name: 'itemCard', id, ...(reason.text === null ? {} : { reason: reason.text }) },
    verdicts: [passed, ...reason.verdicts],
  };
}
