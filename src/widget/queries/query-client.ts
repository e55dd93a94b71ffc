import { QueryClient } from '@tanstack/react-query';
import type { Client } from '../api/client.ts';

const clients = new WeakMap<Client, QueryClient>();

/** One cache for each mounted widget, made when the first card needs it. */
export function queryClientOf(client: Client): QueryClient {
  let queries = clients.get(client);
  if (!queries) {
    queries = new QueryClient();
    clients.set(client, queries);
  }
  return queries;
}
