import type { ModelEvent } from '../../src/bff/model/port.ts';
import { callsTool, scriptedPort } from '../../src/testing/bff.ts';

/** Finds the cards that the long answer shows; only what its own search returned may be shown. */
export const CAMERAS = 'camera';

const SENTENCES = ['A light camera ', 'for night skies, ', 'with a **bright** lens ', 'and a small body. ', '轻便，', '夜里也好。'];

/** A token of the long answer: words, a new paragraph now and then, a card every thousand. */
function token(n: number, cards: readonly string[]): string {
  if (n % 1000 === 500) return `\n\n<itemCard id="${cards[Math.floor(n / 1000) % cards.length]}"/>\n\n`;
  if (n % 60 === 59) return '\n\n';
  return SENTENCES[n % SENTENCES.length] ?? '';
}

/** A model that searches, then speaks `tokens` tokens at `rate` a second. @param cards ids, asked for once it speaks */
export const longAnswer = (tokens: number, rate: number, cards: () => readonly string[]) =>
  scriptedPort([
    ({ messages }) =>
      messages.at(-1)?.role === 'tool' ? speak(tokens, rate, cards()) : callsTool('search_db', { query: CAMERAS, limit: 5 }),
  ]);

async function* speak(tokens: number, rate: number, cards: readonly string[]): AsyncGenerator<ModelEvent> {
  const began = performance.now();
  for (let n = 0; n < tokens; n += 1) {
    const due = began + (n / rate) * 1000 - performance.now();
    if (due > 4) await new Promise((resolve) => setTimeout(resolve, due));
    yield { type: 'text', text: token(n, cards) };
  }
  yield { type: 'finish', reason: 'stop' };
}

/** The same words without cards, for the bare page. */
export const plainTokens = (tokens: number): string[] => Array.from({ length: tokens }, (_, n) => token(n, ['']).replace(/<[^>]*>/g, ''));
