import type { Usage } from '../../../bff/model/port.ts';
import type { RunEntry } from '../../../bff/runs/log.ts';
import { scoreRun } from '../../../bff/scoring/score-run.ts';
import type { DataPart } from '../../../protocol/parts.ts';
import type { ShownTurn } from '../outcome.ts';
import { added, noUsage, readCall, type TurnRecord } from '../turn-record.ts';

/** Ids on a part, whatever it is. */
function idsOn(part: DataPart): string[] {
  switch (part.type) {
    case 'data-itemCard':
      return [part.data.item.id];
    case 'data-compareTable':
      return part.data.items.map(({ id }) => id);
    case 'data-bundleCard':
      return part.data.members.map(({ item }) => item.id);
    case 'data-videoCard':
      return [part.data.item_id];
    case 'data-moreItems':
      return part.data.preview.map(({ id }) => id);
    case 'data-orderCard':
      return [part.data.order.id];
    default:
      return [];
  }
}

const dataParts = (entries: readonly RunEntry[]): DataPart[] =>
  entries.flatMap((entry) => (entry.kind === 'part' && entry.frame.type.startsWith('data-') ? [entry.frame as DataPart] : []));

/** How a run ended; an error with its code. */
function outcomeOf(entries: readonly RunEntry[]): string {
  const error = entries.flatMap((entry) => (entry.kind === 'part' && entry.frame.type === 'error' ? [entry.frame.code] : []))[0];
  const finished = entries.find((entry) => entry.kind === 'run-finished');
  const outcome = finished?.kind === 'run-finished' ? finished.outcome : 'without an end';
  if (error === 'limit') return `in an endless rollout: cut at the limit of steps and calls`;
  return error === undefined ? outcome : `${outcome} (${error})`;
}

function shownIn(entries: readonly RunEntry[]): ShownTurn {
  const parts = dataParts(entries);
  const words = entries.map((entry) => {
    if (entry.kind !== 'part') return '';
    return entry.frame.type === 'text-delta' ? entry.frame.delta : entry.frame.type === 'text-end' ? '\n' : '';
  });
  const notices = parts.flatMap((part) => (part.type === 'data-notice' ? [part.data.text] : []));
  const asked = parts.flatMap((part) => (part.type === 'data-askCard' ? [part.data.question] : []));
  return {
    words: [words.join(''), ...notices, ...asked].join('\n').trim(),
    items: parts.flatMap((part) => (part.type === 'data-itemCard' ? [part.data.item] : [])),
    parts: parts.filter(({ type }) => type !== 'data-status').map((part) => ({ name: part.type.slice(5), ids: idsOn(part) })),
    invented: entries.flatMap((entry) =>
      entry.kind === 'verdict' && entry.rule === 'ledger' && entry.outcome === 'dropped' ? [entry.subject] : [],
    ),
    outcome: outcomeOf(entries),
  };
}

/** Cards that answer, not what stands beside an answer. */
const CARD = /^data-(?:itemCard|compareTable|bundleCard|videoCard|orderCard|trackingCard)$/;

/** One run's log as a turn of a case. @param ms from the message to the end */
export function recordOf(entries: readonly RunEntry[], ms: number): TurnRecord {
  const started = entries[0]?.at ?? 0;
  const card = entries.find((entry) => entry.kind === 'part' && CARD.test(entry.frame.type));
  return {
    shown: shownIn(entries),
    said: entries.map((entry) => (entry.kind === 'model-text' ? entry.text : '')).join(''),
    calls: entries.flatMap((entry) => (entry.kind === 'tool-called' ? [readCall(entry.name, entry.arguments)] : [])),
    evidence: entries.flatMap((entry) => (entry.kind === 'tool-returned' ? [entry.text] : [])),
    form: scoreRun(entries),
    usage: entries.reduce((sum, entry) => (entry.kind === 'step-finished' ? added(sum, entry.usage as Usage | undefined) : sum), noUsage),
    ms,
    ...(card ? { first_card_ms: card.at - started } : {}),
  };
}
