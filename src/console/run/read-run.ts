import type { Frame } from '../../protocol/frames.ts';
import type { DataPart } from '../../protocol/parts.ts';
import type { RecordedEntry } from '../../protocol/run-entries.ts';

import type { Reading, Shown, Step, TokenUse } from './reading.ts';

/** Parts that show the shopper something to choose from or look at. */
const CARDS: ReadonlySet<string> = new Set([
  'data-itemCard',
  'data-moreItems',
  'data-askCard',
  'data-compareTable',
  'data-videoCard',
  'data-bundleCard',
  'data-orderCard',
  'data-trackingCard',
]);

const newStep = (n: number, start: number): Step => ({
  n,
  start,
  models: [],
  calls: [],
  judgements: [],
  shown: [],
  written: '',
  redone: 0,
});

const sum = (uses: readonly (TokenUse | undefined)[]): TokenUse | undefined => {
  const known = uses.filter((use) => use !== undefined);
  if (known.length === 0) return undefined;
  const total = (key: keyof TokenUse): number => known.reduce((all, use) => all + use[key], 0);
  return { input: total('input'), output: total('output'), cached: total('cached') };
};

/** Names and ids of what a card shows. */
function subjectsOf(part: DataPart): { titles: string[]; ids: string[] } {
  const of = (items: readonly { id: string; title: string }[]) => ({
    titles: items.map(({ title }) => title),
    ids: items.map(({ id }) => id),
  });
  switch (part.type) {
    case 'data-itemCard':
      return of([part.data.item]);
    case 'data-moreItems':
      return of(part.data.preview);
    case 'data-compareTable':
      return of(part.data.items);
    case 'data-bundleCard':
      return of(part.data.members.map(({ item }) => item));
    case 'data-videoCard':
      return { titles: [part.data.title], ids: [part.data.item_id] };
    case 'data-askCard':
      return { titles: [part.data.question, ...part.data.options.map(({ label }) => label)], ids: [] };
    case 'data-orderCard':
      return { titles: part.data.order.lines.map(({ title }) => title), ids: [part.data.order.id] };
    case 'data-trackingCard':
      return { titles: [part.data.carrier], ids: [part.data.order_id] };
    default:
      return { titles: [], ids: [] };
  }
}

/** Adds to a step what a frame showed. @param at milliseconds since the run began. */
function show(step: Step, frame: Frame, at: number): void {
  const add = (shown: Shown): void => void step.shown.push(shown);
  if (frame.type === 'text-start') add({ kind: 'text', id: frame.id, text: '' });
  else if (frame.type === 'text-delta') {
    const block = step.shown.findLast((shown) => shown.kind === 'text' && shown.id === frame.id);
    if (block?.kind === 'text') block.text += frame.delta;
  } else if (frame.type === 'reset-step') {
    step.shown = [];
    step.redone += 1;
  } else if (frame.type === 'error') add({ kind: 'error', code: frame.code, text: frame.errorText });
  else if (frame.type === 'source-url') add({ kind: 'source', title: frame.title ?? frame.url, url: frame.url });
  else if (frame.type === 'source-document') add({ kind: 'source', title: frame.title });
  else if (frame.type === 'data-notice') add({ kind: 'notice', code: frame.data.code, text: frame.data.text });
  else if (frame.type === 'data-suggestions') add({ kind: 'suggestions', prompts: frame.data.prompts });
  else if (CARDS.has(frame.type)) add({ kind: 'card', type: frame.type.slice('data-'.length), at, ...subjectsOf(frame as DataPart) });
}

/**
 * Reads a run's numbered entries as steps: what the model wrote, which tools it called, what they returned, what the
 * guard decided and what the shopper saw. Works on a run that still goes on: what is not there yet is absent.
 */
export function readRun(head: { readonly run_id: string; readonly conversation_id: string }, entries: readonly RecordedEntry[]): Reading {
  const first = entries[0];
  const begun = first?.at ?? 0;
  const steps = new Map<number, Step>();
  let question = '';
  let locale = '';
  let page: Reading['page'];
  let outcome: Reading['outcome'];
  let firstText: number | undefined;
  let firstCard: number | undefined;

  for (const entry of entries) {
    const at = entry.at - begun;
    const n = entry.step ?? 0;
    const stepNow = (): Step => {
      const known = steps.get(n);
      if (known) return known;
      const step = newStep(n, at);
      steps.set(n, step);
      return step;
    };
    /** A model has answered when something else begins. */
    const endModel = (): void => {
      const model = stepNow().models.at(-1);
      if (model) model.end ??= at;
    };
    switch (entry.kind) {
      case 'run-started':
        question = entry.message.text;
        locale = entry.locale;
        page = entry.page;
        break;
      case 'model-called':
        endModel();
        stepNow().models.push({ model: entry.model, request: entry.request, start: at });
        break;
      case 'model-text': {
        const step = stepNow();
        step.written += entry.text;
        const model = step.models.at(-1);
        if (model) model.first_text ??= at;
        break;
      }
      case 'tool-called': {
        endModel();
        const { seq, call_id, name } = entry;
        stepNow().calls.push({ seq, call_id, name, arguments: entry.arguments, start: at });
        break;
      }
      case 'tool-returned': {
        const call = stepNow().calls.findLast((each) => each.call_id === entry.call_id);
        const { ok, ms, text, item_ids = [], total, passage_ids = [], why } = entry;
        if (call) call.returned = { ok, ms, text, item_ids, total, passage_ids, why };
        break;
      }
      case 'verdict': {
        const { seq, rule, outcome, subject, reason } = entry;
        stepNow().judgements.push({ seq, rule, outcome, subject, reason });
        break;
      }
      case 'part':
        if (entry.frame.type === 'text-delta') firstText ??= at;
        if (CARDS.has(entry.frame.type)) firstCard ??= at;
        // A message's first frame and an error after its last step belong to no round of the loop.
        if (n > 0 || entry.frame.type === 'error') show(stepNow(), entry.frame, at);
        break;
      case 'step-finished': {
        endModel();
        const step = stepNow();
        step.end = at;
        step.reason = entry.reason;
        const { usage } = entry;
        if (usage) step.use = { input: usage.input_tokens ?? 0, output: usage.output_tokens ?? 0, cached: usage.cached_tokens ?? 0 };
        break;
      }
      case 'run-finished':
        if (n > 0) endModel();
        outcome = entry.outcome;
    }
  }
  const inOrder = [...steps.values()].sort((a, b) => a.n - b.n);
  return {
    ...head,
    question,
    locale,
    page,
    started_at: begun,
    length: (entries.at(-1)?.at ?? begun) - begun,
    steps: inOrder,
    outcome,
    first_text: firstText,
    first_card: firstCard,
    models: [...new Set(inOrder.flatMap((step) => step.models.map(({ model }) => model)))],
    use: sum(inOrder.map((step) => step.use)),
  };
}
