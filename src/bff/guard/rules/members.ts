import { directiveLimits } from '../../../protocol/directives.ts';
import type { Evidence } from '../evidence.ts';
import type { Verdict } from '../verdict.ts';
import { splitIds } from './ids.ts';
import { type Asked, drop, type Judged, verdict } from './judged.ts';

/** Ids a table or bundle may keep: the first six known ones, each once (G8, G9), with their place in the list as written. */
function knownIds(
  list: string,
  evidence: Evidence,
): { readonly kept: readonly { id: string; place: number }[]; readonly verdicts: readonly Verdict[] } {
  const kept = new Map<string, number>();
  const verdicts: Verdict[] = [];
  splitIds(list).forEach((id, place) => {
    if (kept.has(id)) return;
    if (!evidence.inLedger(id)) verdicts.push(verdict('ledger', 'dropped', id, 'no search of this conversation returned this id'));
    else if (kept.size === directiveLimits.listedIds)
      verdicts.push(verdict('limit', 'dropped', id, `a list keeps its first ${directiveLimits.listedIds} known ids`));
    else kept.set(id, place);
  });
  return { kept: [...kept].map(([id, place]) => ({ id, place })), verdicts };
}

/** G9: unknown ids are left out; a comparison needs two. */
export function judgeCompareTable({ attributes, evidence }: Asked): Judged {
  const list = attributes.get('ids');
  if (list === undefined) return drop('attributes', 'compareTable', 'a compareTable needs ids');
  const { kept, verdicts } = knownIds(list, evidence);
  if (kept.length < 2) return { verdicts: [...verdicts, verdict('members', 'dropped', list, 'fewer than two known items to compare')] };
  return { directive: { name: 'compareTable', ids: kept.map(({ id }) => id) }, verdicts };
}

/** G9: as a table; the title is guarded, and quantities (1–99, default 1) follow the order of the ids as written. */
export function judgeBundleCard({ attributes, evidence, guardWords }: Asked): Judged {
  const list = attributes.get('ids');
  if (list === undefined) return drop('attributes', 'bundleCard', 'a bundleCard needs ids');
  const { kept, verdicts } = knownIds(list, evidence);
  if (kept.length < 2) return { verdicts: [...verdicts, verdict('members', 'dropped', list, 'fewer than two known items in the bundle')] };
  const quantities = (attributes.get('quantities') ?? '').split(',').map((text) => text.trim());
  const title = guardWords(attributes.get('title') ?? '', directiveLimits.bundleTitle);
  return {
    directive: {
      name: 'bundleCard',
      title: title.text ?? '',
      members: kept.map(({ id, place }) => ({ id, quantity: quantityOf(quantities[place]) })),
    },
    verdicts: [...verdicts, ...title.verdicts],
  };
}

const quantityOf = (text: string | undefined): number => (text !== undefined && /^[1-9]\d?$/.test(text) ? Number(text) : 1);
