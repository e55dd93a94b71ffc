import type { ModelRequest } from '../bff/model/port.ts';
import type { CompareVerdict } from '../protocol/compare.ts';
import { framesOf, readStream, type ScriptedStep, type Stream, says, type TestBff } from './bff.ts';
import { aLease, anItem, aSale } from './items.ts';

/** A camera whose weight and screen are known. */
export const camera = (id: string, model: string, weight: number, screen: number) =>
  anItem({
    id,
    title: `${model} mirrorless camera`,
    model,
    offers: [aSale(329900), aLease(9900)],
    attributes: {
      weight: { label: 'Weight', value: weight, unit: 'g' },
      screen: { label: 'Screen', value: screen, unit: 'in' },
    },
  });

/** The two that are compared: the first is lighter, the second has the bigger screen. */
export const items = [camera('nano', 'Vela Nano', 390, 3), camera('pro', 'Orion Pro', 610, 3.2)];

interface Question {
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly (string | null)[] }[];
  readonly shopper: Readonly<Record<string, unknown>>;
}

/** What a model was asked about a comparison. */
export const questionOf = (request: ModelRequest): Question => JSON.parse(request.messages.at(-1)?.text ?? '{}') as Question;

/** A model that answers from the question it is asked, in whatever order its items come. */
export const judge =
  (answer: (question: Question) => readonly string[]): ScriptedStep =>
  (request) =>
    says(`${answer(questionOf(request)).join('\n')}\n`);

/** Names the same winner in both orders. */
export const picksNano = judge(() => [
  'PICK: nano',
  '[attributes.weight] Vela Nano is lighter, which helps on a long walk.',
  '[attributes.screen] Orion Pro has the bigger screen.',
]);

/** Compares the two as a client that takes a stream. */
export const compareAt = async (bff: TestBff, body: object = {}): Promise<Stream> =>
  readStream(await bff.post('/v1/compare', { ids: ['nano', 'pro'], locale: 'en', ...body }, { headers: { accept: 'text/event-stream' } }));

export const verdictOf = (stream: Stream): CompareVerdict | undefined => framesOf(stream, 'data-compareVerdict')[0]?.data;
export const typesOf = (stream: Stream): string[] => stream.received.map(({ frame }) => frame.type);
