import type { ModelEvent, ModelPort, ModelRequest } from '../../bff/model/port.ts';

/** Answers by looking at a request. They understand nothing: they are the lower end of the scale, and the proof that it has one. */
type Script = (request: ModelRequest, call_id: string) => Iterable<ModelEvent>;

const CARDS = 3;

const says = (text: string): ModelEvent[] => [
  { type: 'text', text },
  { type: 'finish', reason: 'stop' },
];
const calls = (id: string, name: string, args: object): ModelEvent[] => [
  { type: 'call', call: { id, name, arguments: JSON.stringify(args) } },
  { type: 'finish', reason: 'calls' },
];
const asked = ({ messages }: ModelRequest): string => messages.findLast(({ role }) => role === 'user')?.text ?? '';
const first = (request: ModelRequest): string => request.tools[0]?.name ?? '';

const scripts: Readonly<Record<string, Script>> = {
  /** Searches for the shopper's very words, whatever they are, and shows the first items found. */
  searcher: (request, id) => {
    const last = request.messages.at(-1);
    if (last?.role !== 'tool') {
      const canSearch = request.tools.some(({ name }) => name === 'search_db');
      return canSearch ? calls(id, 'search_db', { query: asked(request).slice(0, 200) }) : says('What are you looking for?');
    }
    const ids = [...new Set([...last.text.matchAll(/"id":\s*"([^"]+)"/g)].map((match) => match[1]))].slice(0, CARDS);
    if (ids.length === 0) return says('The shop has nothing like that. 店里没有这样的商品。');
    return says(`Here is what the shop has. 店里有这些：\n\n${ids.map((each) => `<itemCard id="${each}"/>`).join('\n')}\n`);
  },
  /** Never looks anything up: cards and prices out of thin air. */
  inventor: () => says('Our best choice for you, only ¥99 a day: <itemCard id="best-choice-1"/> <itemCard id="best-choice-2"/>'),
  /** Calls for ever. */
  endless: (request, id) => calls(id, first(request), { query: `again ${request.messages.length}` }),
};

/** Names that `--model scripted:…` takes. */
export const scriptNames: readonly string[] = Object.keys(scripts);

/** @returns null for a name that is none. */
export function scriptedModel(name: string): ModelPort | null {
  const script = Object.hasOwn(scripts, name) ? scripts[name] : undefined;
  if (!script) return null;
  let count = 0;
  return {
    name: `scripted:${name}`,
    async *stream(request) {
      count += 1;
      yield* script(request, `call-${count}`);
    },
  };
}
