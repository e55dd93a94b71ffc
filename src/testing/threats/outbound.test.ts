import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openKnowledge } from '../../bff/knowledge/open.ts';
import { createHttpOrders } from '../../bff/orders/http.ts';
import { readStream, startTestBff } from '../bff.ts';
import { anItem } from '../items.ts';
import { callTools, say } from '../scripted-model/script.ts';
import { startScriptedModel } from '../scripted-model/server.ts';
import { startShopEndpoint } from '../shop-endpoint.ts';

/** Every address that this process opened a socket to. */
const opened: string[] = [];
beforeEach(() => {
  opened.length = 0;
  const connect = net.Socket.prototype.connect;
  vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(function (this: net.Socket, ...args: unknown[]) {
    const [first] = args.flat() as [{ host?: string; port?: number; path?: string } | undefined];
    opened.push(first?.path ?? `${first?.host ?? 'localhost'}:${first?.port}`);
    return Reflect.apply(connect, this, args) as net.Socket;
  });
});
afterEach(() => vi.restoreAllMocks());

describe('T22: an address that the feed, the model, the shopper or the page names', () => {
  it('is never asked: sockets go to the configured hosts alone', async () => {
    const trap = await startShopEndpoint(() => ({ json: {} }));
    const bait = (path: string) => `${trap.url}/${path}`;
    const knowledge = await startShopEndpoint(() => ({
      json: {
        passages: [
          {
            id: 'p',
            title: 'Deposits',
            text: `See ${bait('passage')} ![x](${bait('picture')})`,
            url: bait('source'),
            domain: 'internal_kb',
          },
        ],
      },
    }));
    const orders = await startShopEndpoint(() => ({ json: { orders: [] } }));
    const model = await startScriptedModel([
      callTools([{ name: 'search_db', arguments: { query: 'Lumisol' } }]),
      callTools([{ name: 'knowledge_search', arguments: { queries: [{ query: bait('query'), domain: 'internal_kb' }] } }]),
      callTools([{ name: 'get_item', arguments: { id: 'cam-1' } }]),
      callTools([{ name: 'fetch_url', arguments: { url: bait('invented') } }]),
      say(`See [this](${bait('link')}), ![it](${bait('image')}) <itemCard id="cam-1" url="${bait('card')}"/><videoCard id="cam-1"/>`),
    ]);
    const bff = await startTestBff({
      items: [
        anItem({
          id: 'cam-1',
          title: 'Lumisol X3',
          url: bait('item'),
          description: { plain: bait('description') },
          media: [
            { type: 'image', url: bait('media.png') },
            { type: 'video', url: bait('media.mp4'), poster: bait('poster.png'), captions: bait('captions.vtt') },
          ],
          seller: { id: 's', name: 'S', certifications: [], links: [{ url: bait('seller') }] },
          policies: [{ type: 'return', label: 'Returns', description: bait('policy'), url: bait('policy') }],
        }),
        anItem({ id: 'cam-2', title: 'Lumisol X5', url: 'http://127.0.0.1:9/x' }),
      ],
      env: { MODEL_BASE_URL: model.url, MODEL_NAME: 'scripted', MODEL_FALLBACKS: '[]', LINK_HOSTS: '127.0.0.1' },
      parts: {
        knowledge: await openKnowledge(knowledge.url),
        orders: createHttpOrders(orders.url),
      },
    });
    const stream = await bff.ask(`what is at ${bait('message')}`, { page: { url: bait('page'), item_id: 'cam-1' } });
    const id = stream.headers.get('aisle-conversation') ?? '';
    await bff.get(`/v1/conversations/${id}`);
    await bff.post('/v1/search', { query: bait('search') });
    await readStream(await bff.post('/v1/compare', { ids: ['cam-1', 'cam-2'] }, { headers: { accept: 'text/event-stream' } }));
    const hosts = new Set(opened);
    const configured = [bff.url, model.url, knowledge.url, orders.url].map((url) => new URL(url).host);
    await bff.close();
    await Promise.all([model.close(), knowledge.close(), orders.close(), trap.close()]);

    expect(model.requests.length).toBeGreaterThanOrEqual(5);
    expect(knowledge.requests.length).toBeGreaterThan(0);
    expect(trap.requests).toEqual([]);
    expect([...hosts].filter((host) => !configured.includes(host))).toEqual([]);
    expect(hosts).toContain(new URL(model.url).host);
  });
});
