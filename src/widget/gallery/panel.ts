import type { Frame } from '../../protocol/frames.ts';
import { languageOf } from '../../protocol/locale.ts';
import { createFakeBff, type FakeRoutes, FakeStream, refusal, streamOf } from '../testing/fake-bff.ts';
import { closing, itemCard, opening, status, text } from '../testing/frames.ts';
import { createParts } from './fixtures/parts.ts';
import { createWords } from './fixtures/words.ts';

/** Whole-panel states of the gallery, by the name in `?state=`. */
export const panelStates = ['empty', 'searching', 'cards', 'question', 'refused', 'broken', 'stopped', 'everything', 'streaming'] as const;
export type PanelState = (typeof panelStates)[number];

function framesOf(state: PanelState, locale: string): Frame[] {
  const language = languageOf(locale);
  const words = createWords(language);
  const parts = createParts(language);
  const { camera, projector, tent } = parts.items;
  const cards: Frame[] = [
    ...opening(),
    ...text('t1', words.answer),
    itemCard(camera, words.reason, '1'),
    itemCard(projector, words.other, '2'),
    itemCard(tent, words.third, '3'),
    ...text('t2', words.after),
  ];
  switch (state) {
    case 'searching':
      return [...opening(), status(words.status)];
    case 'cards':
      return [...cards, { type: 'data-suggestions', data: { v: 1, prompts: parts.suggestions } }, ...closing()];
    case 'question':
      return [...opening(), ...text('t1', words.after), { type: 'data-askCard', data: parts.ask }, ...closing()];
    case 'broken':
      return [
        ...opening(),
        ...text('t1', words.answer),
        { type: 'error', errorText: '', code: 'interrupted', retryable: true },
        { type: 'finish', finishReason: 'interrupted' },
      ];
    case 'stopped':
      return [...opening(), ...text('t1', words.answer), { type: 'abort', reason: 'stopped' }];
    case 'everything':
      return [
        ...cards,
        { type: 'data-moreItems', data: parts.more },
        { type: 'data-compareTable', data: { v: 1, ...parts.comparison } },
        { type: 'data-notice', data: parts.notice },
        { type: 'data-suggestions', data: { v: 1, prompts: parts.suggestions } },
        ...closing(),
      ];
    default:
      return [];
  }
}

/** Five thousand pieces at two hundred a second: what the motion looks like, and what it costs. */
function streamSlowly(...paragraphs: readonly string[]): Response {
  const stream = new FakeStream();
  const pieces =
    Array.from({ length: 200 }, () => paragraphs.join('\n\n'))
      .join('\n\n')
      .match(/\s*\S{1,4}/gu) ?? [];
  let at = 0;
  void stream.send(...opening(), { type: 'text-start', id: 't' });
  const timer = setInterval(() => {
    const delta = pieces.slice(at, at + 4).map((piece): Frame => ({ type: 'text-delta', id: 't', delta: piece }));
    at += 4;
    void stream.send(...delta);
    if (at < 5000) return;
    clearInterval(timer);
    void stream.send({ type: 'text-end', id: 't' }, ...closing()).then(() => stream.done());
  }, 20);
  return stream.response;
}

/** A BFF that plays one state, and the question that brings the panel there, if any. */
export function playState(state: PanelState, locale: string): { fetch: typeof fetch; question: string | undefined } {
  const words = createWords(languageOf(locale));
  const frames = framesOf(state, locale);
  const routes: FakeRoutes = {
    shop: {
      name: words.shop,
      greeting: words.greeting,
      starter_questions: words.starters,
      privacy: '/privacy',
      contact: 'mailto:help@example.com',
    },
    chat: async () => {
      if (state === 'refused') return refusal(429, 'rate_limited', { 'retry-after': '12' });
      if (state === 'streaming') return streamSlowly(words.answer, words.after);
      if (state !== 'searching') return streamOf(frames);
      const held = new FakeStream();
      await held.send(...frames);
      return held.response;
    },
  };
  return { fetch: createFakeBff(routes).fetch, question: state === 'empty' ? undefined : words.question };
}
