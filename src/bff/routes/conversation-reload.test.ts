import { afterEach, describe, expect, it } from 'vitest';
import type { ConversationResponse, MessagePart } from '../../protocol/conversation.ts';
import { callsTool, says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { aLease, anItem } from '../../testing/items.ts';
import { brokenAnswers, startShopEndpoint } from '../../testing/shop-endpoint.ts';
import { CatalogTimeout } from '../catalog/engine.ts';
import { openHttpCatalog } from '../catalog/http/open.ts';
import type { Parts } from '../compose.ts';
import { openStores } from '../stores.ts';
import { itemsShownBy } from '../turn/refresh-parts.ts';

const items = Array.from({ length: 6 }, (_, n) => anItem({ id: `cam-${n}`, title: `Lumisol X${n} camera`, offers: [aLease(8900)] }));
const search = callsTool('search_db', { query: 'Lumisol', rental_days: 3, limit: 6 });
const answers = () =>
  scriptedPort([
    search,
    says('Look at this one.\n<itemCard id="cam-0"/>\n'),
    says('Beside each other:\n<compareTable ids="cam-0,cam-1"/>\n<itemCard id="cam-2"/>\n'),
    says('With pleasure.'),
  ]);

/** A BFF whose catalogue can be taken away and given back. */
interface Stage {
  readonly bff: TestBff;
  fail(): void;
  repair(): void;
}
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A real file whose read threads do not get to it any more, as far as the BFF can tell. */
async function behindFile(parts: Partial<Parts> = {}): Promise<Stage> {
  let isDown = false;
  const late = () => Promise.reject(new CatalogTimeout('the call took too long'));
  const bff = await startTestBff({
    items,
    model: answers(),
    parts,
    through: (catalog) => ({
      ...catalog,
      search: (...args) => (isDown ? late() : catalog.search(...args)),
      items: (...args) => (isDown ? late() : catalog.items(...args)),
      vocabulary: () => (isDown ? late() : catalog.vocabulary()),
      revision: () => (isDown ? late() : catalog.revision()),
    }),
  });
  closing.push(() => bff.close());
  return {
    bff,
    fail: () => {
      isDown = true;
    },
    repair: () => {
      isDown = false;
    },
  };
}

const behindEndpoint = (answer: (typeof brokenAnswers)[keyof typeof brokenAnswers]) => async (): Promise<Stage> => {
  let isDown = false;
  let time = 0;
  const endpoint = await startShopEndpoint(({ body }) => {
    if (isDown) return answer;
    const ids = body.ids as readonly string[] | undefined;
    return { json: { items: items.filter(({ id }) => ids?.includes(id) ?? true), total: items.length } };
  });
  closing.push(() => endpoint.close());
  const bff = await startTestBff({
    items,
    model: answers(),
    catalog: await openHttpCatalog({ url: endpoint.url, timeout: 200, now: () => time }),
  });
  closing.push(() => bff.close());
  return {
    bff,
    fail: () => {
      isDown = true;
    },
    repair: () => {
      isDown = false;
      // Past the moment that a shop which failed again and again is given.
      time += 60_000;
    },
  };
};

const stages: Readonly<Record<string, () => Promise<Stage>>> = {
  'a file that is not read in time': () => behindFile(),
  'an endpoint that fails': behindEndpoint(brokenAnswers['an error with a body']),
  'an endpoint that says nothing': behindEndpoint(() => undefined),
};

async function conversation(bff: TestBff): Promise<string> {
  const id = (await bff.ask('a camera')).headers.get('aisle-conversation') ?? '';
  await bff.ask('and these two?', { conversation_id: id });
  await bff.ask('thanks', { conversation_id: id });
  return id;
}

async function load(bff: TestBff, id: string, locale = 'en'): Promise<ConversationResponse> {
  const response = await bff.get(`/v1/conversations/${id}?locale=${locale}`);
  expect(response.status).toBe(200);
  return (await response.json()) as ConversationResponse;
}

const answersOf = ({ messages }: ConversationResponse): (readonly MessagePart[])[] =>
  messages.filter(({ role }) => role === 'assistant').map(({ parts }) => parts);
/** When each card was checked. */
const checkedAt = (loaded: ConversationResponse): string[] =>
  answersOf(loaded).flatMap((parts) => parts.flatMap((part) => (part.type === 'data-itemCard' ? [part.data.checked_at] : [])));
/** What the answers show, whenever it was checked, but for notices. */
const shownIn = (loaded: ConversationResponse): unknown =>
  answersOf(loaded).map((parts) =>
    parts
      .filter(({ type }) => type !== 'data-notice')
      .map((part) => (part.type === 'data-itemCard' ? { ...part, data: { ...part.data, checked_at: '' } } : part)),
  );

describe.each(Object.entries(stages))('a conversation that is loaded while its catalogue is %s', (_, open) => {
  it('is whole: its words, its notes, its cards as last seen; the last answer with cards says so, until the catalogue is back', async () => {
    const { bff, fail, repair } = await open();
    const id = await conversation(bff);
    const before = await load(bff, id);
    expect(answersOf(before)[1]?.map(({ type }) => type)).toEqual(expect.arrayContaining(['text', 'data-compareTable', 'data-itemCard']));
    expect(before.notes).not.toEqual([]);

    fail();
    for (const [locale, sentence] of [
      ['en', /cannot be reached.*reload/],
      ['zh-CN', /连不上.*刷新/],
    ] as const) {
      const during = await load(bff, id, locale);
      const [first, second, third] = answersOf(during);
      expect(second?.at(-1)).toMatchObject({ type: 'data-notice', data: { code: 'degraded', text: expect.stringMatching(sentence) } });
      expect([first, third].flat().map((part) => part?.type)).not.toContain('data-notice');
      expect(shownIn(during)).toEqual(shownIn(before));
      // Not checked now, and none of it says so.
      for (const [index, at] of checkedAt(during).entries()) expect(at <= (checkedAt(before)[index] ?? '')).toBe(true);
      expect(during.notes.map(({ key }) => key)).toEqual(before.notes.map(({ key }) => key));
    }

    repair();
    const after = await load(bff, id);
    expect(shownIn(after)).toEqual(shownIn(before));
    for (const [index, at] of checkedAt(after).entries()) expect(at > (checkedAt(before)[index] ?? '')).toBe(true);
  });

  it('loses to the shopper no route but those that ask the catalogue, and those say when to come again', async () => {
    const { bff, fail } = await open();
    const id = await conversation(bff);
    fail();
    const refused = await bff.get('/v1/items?ids=cam-0');
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await bff.get(`/v1/conversations/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await bff.get(`/v1/conversations/${id}`)).status).toBe(404);
  });
});

it('an item that the shop has blocked since is not shown as last seen', async () => {
  const stores = openStores('memory:', { ttl_s: 3600, replica: 'r', onChange: () => undefined, onLost: () => undefined });
  const first = await behindFile({ stores });
  const id = await conversation(first.bff);
  const shop = { name: 'Test shop', time_zone: 'UTC', default_locale: 'en', blocked_items: ['cam-0'] };
  const second = await behindFile({ stores, shop });
  second.fail();
  const loaded = await load(second.bff, id);
  expect(answersOf(loaded).flatMap((parts) => parts.flatMap(itemsShownBy))).toEqual(['cam-2']);
});
