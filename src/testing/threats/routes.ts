import type { TestBff } from '../bff.ts';

/** One route of the API with what a test fills into it. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** Every route of the API that this build has, read from the server itself: a new one is tested from its first day. */
export function apiRoutes(bff: TestBff): Route[] {
  const all = bff.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/') && !path.includes('*'))
    .map(({ method, path }) => ({ method, path }));
  return [...new Map(all.map((route) => [`${route.method} ${route.path}`, route])).values()];
}

export const isOperators = ({ path }: Route): boolean => /^\/v1\/(?:admin|runs|reward|insights|cases)/.test(path);

/** The ids of somebody's conversation, put where a route or a body has a place for one. */
export interface Ids {
  readonly conversation_id: string;
  readonly run_id: string;
}

const bodies: Readonly<Record<string, (ids: Ids) => object>> = {
  '/v1/chat': ({ conversation_id }) => ({ conversation_id, message: { id: crypto.randomUUID(), text: 'what did I say before' } }),
  '/v1/compare': ({ conversation_id }) => ({ conversation_id, ids: ['cam-1', 'cam-2'] }),
  '/v1/search': ({ conversation_id }) => ({ conversation_id, query: 'camera' }),
  '/v1/feedback': ({ run_id }) => ({ run_id, verdict: 'up' }),
  '/v1/events': ({ run_id }) => ({ run_id, kind: 'card_seen', item_id: 'cam-1' }),
};

/** Asks a route with the ids in every place for one. */
export async function call(bff: TestBff, { method, path }: Route, ids: Ids, headers: Readonly<Record<string, string>>): Promise<Response> {
  const filled = path.replace(':id', ids.conversation_id).replace(':key', 'budget');
  const body = bodies[path]?.(ids) ?? {};
  return bff.get(`${filled}${method === 'GET' ? `?run=${ids.run_id}&ids=cam-1` : ''}`, {
    method,
    headers: { ...(method === 'GET' ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: JSON.stringify(body) }),
  });
}

/** Whether a route has a place for the id of a conversation or a run. */
export const takesId = ({ path }: Route): boolean => path.includes(':id') || path in bodies;
