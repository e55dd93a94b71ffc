import { afterEach, expect, it } from 'vitest';
import { brokenAnswers, type EndpointAnswer, type ShopEndpoint, silent, startShopEndpoint } from '../../testing/shop-endpoint.ts';
import { createEndpoint, EndpointFault } from './endpoint.ts';

let server: ShopEndpoint | undefined;
afterEach(() => server?.close());
const served = async (answer: EndpointAnswer): Promise<string> => {
  server = await startShopEndpoint(() => answer);
  return server.url;
};

it('the path is appended to the base address, its query kept and its fragment not sent', async () => {
  const url = await served({ json: { ok: true } });
  const endpoint = createEndpoint(`${url}/v1/?tenant=a#internal_kb`);
  expect(await endpoint.post('/search', { query: '押金' })).toEqual({ ok: true });
  expect(server?.requests).toEqual([{ path: '/v1/search?tenant=a', body: { query: '押金' } }]);
});

it.each(Object.entries(brokenAnswers).filter(([name]) => name !== 'a wrong shape'))(
  '%s is a fault that carries nothing of it',
  async (_, answer) => {
    const fault = await createEndpoint(await served(answer))
      .post('/search', {})
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(EndpointFault);
    expect(String(fault)).not.toMatch(/secret|html|192\.0\.2/);
  },
);

it('a status is told, so that "not found" can be an answer', async () => {
  const url = await served((response) => response.writeHead(404).end());
  await expect(createEndpoint(url).post('/orders', {})).rejects.toMatchObject({ status: 404 });
});

it('a silent endpoint is left when its caller gives up, for the reason of the caller', async () => {
  const url = await served(silent);
  const gone = new AbortController();
  const asked = createEndpoint(url).post('/search', {}, gone.signal);
  gone.abort(new Error('enough'));
  await expect(asked).rejects.toThrow('enough');
});

it('nobody there is a fault', async () => {
  const url = await served({ json: {} });
  await server?.close();
  server = undefined;
  await expect(createEndpoint(url).post('/search', {})).rejects.toThrow(EndpointFault);
});

it.each(['http://kb.example', 'https://user:pass@kb.example', 'file:///etc/passwd', 'kb.example'])(
  '%s is no address of an endpoint',
  (address) => {
    expect(() => createEndpoint(address)).toThrow(TypeError);
  },
);
