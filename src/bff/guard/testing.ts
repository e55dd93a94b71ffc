import type { Directive } from '../../protocol/directives.ts';
import type { Item } from '../../protocol/item.ts';
import type { GuardEvent } from './events.ts';
import type { Evidence } from './evidence.ts';
import { createGuard } from './guard.ts';
import type { Verdict } from './verdict.ts';

/** Evidence of a test: what is not given is empty. */
export interface TestEvidence {
  readonly ids?: readonly string[];
  readonly items?: readonly Item[];
  readonly passages?: readonly string[];
  readonly shopper?: readonly string[];
  readonly days?: readonly number[];
  readonly locale?: string;
  readonly calls?: { readonly called: number; readonly succeeded: number };
  readonly brands?: readonly string[];
  readonly named?: readonly string[];
  readonly outside?: readonly string[];
  readonly shown?: Evidence['shown'];
}

/** What a shopper gets from a stream. */
export interface GuardRun {
  /** Components in order: visible text between cards, and the cards. Equal for every cut (G13). */
  readonly parts: readonly (string | Directive | 'cut-short')[];
  /** All visible text. */
  readonly text: string;
  readonly directives: readonly Directive[];
  readonly verdicts: readonly Verdict[];
}

/** Host that links may point to in tests. */
export const LINK_HOST = 'shop.example';

export function testEvidence({
  ids = [],
  items = [],
  passages = [],
  shopper = [],
  days = [],
  calls = { called: 0, succeeded: 0 },
  brands = [],
  named = [],
  outside = [],
  shown,
}: TestEvidence): Evidence {
  const known = new Set([...ids, ...items.map((item) => item.id)]);
  return {
    inLedger: (id) => known.has(id),
    shown: shown ?? { items: new Set(), videos: new Set(), visibleBytes: 0 },
    ledgerItems: () => items,
    passages: () => passages,
    shopperTexts: () => shopper,
    rentalDays: () => days,
    turnCalls: () => calls,
    brands: () => brands,
    namingTexts: () => named,
    outsideTexts: () => outside,
  };
}

/** Runs chunks through a new guard. */
export function runGuard(chunks: readonly string[], evidence: TestEvidence = {}): GuardRun {
  const guard = createGuard({ evidence: testEvidence(evidence), locale: evidence.locale ?? 'en', linkHosts: new Set([LINK_HOST]) });
  return collect([...chunks.flatMap((chunk) => guard.write(chunk)), ...guard.end()]);
}

function collect(events: readonly GuardEvent[]): GuardRun {
  const parts: (string | Directive | 'cut-short')[] = [];
  for (const event of events) {
    const last = parts.at(-1);
    if (event.type === 'text' && typeof last === 'string' && last !== 'cut-short') parts[parts.length - 1] = last + event.text;
    else if (event.type === 'text') parts.push(event.text);
    else if (event.type === 'directive') parts.push(event.directive);
    else if (event.type === 'cut-short') parts.push('cut-short');
  }
  return {
    parts,
    text: parts.filter((part) => typeof part === 'string' && part !== 'cut-short').join(''),
    directives: parts.filter((part) => typeof part === 'object'),
    verdicts: events.flatMap((event) => (event.type === 'verdict' ? [event.verdict] : [])),
  };
}
