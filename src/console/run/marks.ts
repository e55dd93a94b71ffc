import { difference } from '../text/difference.ts';
import type { Judgement, Shown, Step } from './reading.ts';

/** What became of a piece of text; `passed` is a card that was let through, `added` what the guard put in place of something. */
export type Fate = 'passed' | 'dropped' | 'replaced' | 'marked' | 'added';

/** A piece of text on one side of "what the model wrote, what the shopper saw". */
export interface Piece {
  readonly text: string;
  /** A card: the tag the model wrote, or the card that was shown. */
  readonly card?: boolean;
  /** Absent: nothing was decided about it. */
  readonly fate?: Fate;
  /** Positions in the step's judgements of those it carries; the same on both sides. */
  readonly judgements?: readonly number[];
}

interface Span {
  from: number;
  to: number;
  readonly judgements: number[];
}

const TAG = /<\s*\/?\s*(?:itemCard|moreItems|compareTable|videoCard|askCard|bundleCard)\b[^<>]*>/gi;
const LIST_TAG = /^<\s*(?:compareTable|bundleCard)\b/i;

/** Rules about what a tag asks for: the whole tag is what they decide about. */
const ABOUT_TAGS: ReadonlySet<string> = new Set(['ledger', 'repeat', 'members', 'attributes', 'body', 'broken', 'ask', 'name', 'limit']);

/** The outcome that is told where several rules spoke of one piece: the one that did most. */
const WEIGHT: readonly Fate[] = ['passed', 'marked', 'replaced', 'dropped'];

/**
 * Finds what each judgement is about in the model's text. The guard speaks in the order of the text; a subject it read as
 * rendered (without its Markdown marks) may not be found. In a list of ids one that is unknown is dropped alone.
 */
function spansOf({ written, judgements }: Step): Span[] {
  const tags = [...written.matchAll(TAG)].map((match) => ({ from: match.index, to: match.index + match[0].length, text: match[0] }));
  let spans: Span[] = [];
  let from = 0;
  for (const [index, { rule, subject }] of judgements.entries()) {
    if (subject === '') continue;
    let at = written.indexOf(subject, from);
    if (at < 0) at = written.lastIndexOf(subject);
    // Members that were judged one by one are named together, in another way than the tag wrote them.
    const [member = ''] = subject.split(',');
    const members = at < 0 && rule === 'members' ? tags.find(({ text }) => LIST_TAG.test(text) && text.includes(member)) : undefined;
    if (at < 0 && !members) continue;
    const around = members ?? tags.find((each) => each.from <= at && at < each.to);
    const whole = around && ABOUT_TAGS.has(rule) && !(rule === 'ledger' && LIST_TAG.test(around.text)) ? around : undefined;
    const span: Span = { from: whole?.from ?? at, to: whole?.to ?? at + subject.length, judgements: [index] };
    const touched = spans.filter((other) => span.from < other.to && other.from < span.to);
    spans = spans.filter((other) => !touched.includes(other));
    spans.push({
      from: Math.min(span.from, ...touched.map((other) => other.from)),
      to: Math.max(span.to, ...touched.map((other) => other.to)),
      judgements: [...touched.flatMap((other) => other.judgements), index].sort((a, b) => a - b),
    });
    from = whole ? from : span.to;
  }
  return spans.sort((a, b) => a.from - b.from);
}

function fateOf(judgements: readonly Judgement[]): Fate | undefined {
  const strongest = Math.max(...judgements.map(({ outcome }) => WEIGHT.indexOf(outcome as Fate)));
  return WEIGHT[strongest];
}

/** What the model wrote in a step, cut where the guard decided something. */
export function writtenPieces(step: Step): Piece[] {
  const { written } = step;
  const pieces: Piece[] = [];
  const plain = (text: string): void => {
    let from = 0;
    for (const match of text.matchAll(TAG)) {
      if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
      pieces.push({ text: match[0], card: true });
      from = match.index + match[0].length;
    }
    if (from < text.length) pieces.push({ text: text.slice(from) });
  };
  let at = 0;
  for (const { from, to, judgements } of spansOf(step)) {
    plain(written.slice(at, from));
    const text = written.slice(from, to);
    const fate = fateOf(judgements.flatMap((index) => step.judgements[index] ?? []));
    pieces.push({ text, judgements, ...(fate ? { fate } : {}), ...(text.startsWith('<') ? { card: true } : {}) });
    at = to;
  }
  plain(written.slice(at));
  return pieces;
}

/** Something the shopper saw besides text. */
export type ShownThing = Exclude<Shown, { kind: 'text' }>;

/** What the shopper saw of a step, with what the guard put in place of something. Cards stay whole between texts. */
export function shownPieces(step: Step): (Piece | ShownThing)[] {
  const written = step.written.replace(TAG, ' ');
  const texts = step.shown.flatMap((shown) => (shown.kind === 'text' ? [shown.text] : []));
  const stretches = step.written === '' ? [] : difference(written, texts.join('\n')).filter(({ side }) => side !== 'first');
  const replaced = step.judgements.flatMap(({ outcome }, index) => (outcome === 'replaced' ? [index] : []));

  const pieces: (Piece | ShownThing)[] = [];
  for (const shown of step.shown) {
    if (shown.kind !== 'text') {
      pieces.push(shown);
      continue;
    }
    let rest = shown.text;
    while (rest.trim() !== '' && stretches.length > 0) {
      const [stretch] = stretches;
      if (!stretch) break;
      const length = lengthOf(rest, stretch.text);
      const text = rest.slice(0, length.here);
      if (length.there >= stretch.text.length) stretches.shift();
      else if (length.here === 0) break;
      else stretches[0] = { ...stretch, text: stretch.text.slice(length.there) };
      rest = rest.slice(length.here);
      if (text === '') continue;
      if (stretch.side !== 'second' || text.trim() === '') pieces.push({ text });
      else {
        const judgement = length.there >= stretch.text.length ? replaced.shift() : replaced[0];
        pieces.push({ text, fate: 'added', ...(judgement === undefined ? {} : { judgements: [judgement] }) });
      }
    }
    // Where the guard was not asked, the text is the shop's own: nothing to compare it with.
    if (rest !== '') pieces.push({ text: rest });
  }
  return pieces;
}

/** How much of `here` and `there` is the same text, white space aside. */
function lengthOf(here: string, there: string): { here: number; there: number } {
  let [i, j] = [0, 0];
  while (i < here.length && j < there.length) {
    if (/\s/.test(here[i] ?? '')) i += 1;
    else if (/\s/.test(there[j] ?? '')) j += 1;
    else if (here[i] === there[j]) {
      i += 1;
      j += 1;
    } else break;
  }
  while (i < here.length && /\s/.test(here[i] ?? '')) i += 1;
  while (j < there.length && /\s/.test(there[j] ?? '')) j += 1;
  return { here: i, there: j };
}
