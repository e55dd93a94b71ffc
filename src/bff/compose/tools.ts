import { type CatalogEngine, SearchRefused } from '../catalog/engine.ts';
import type { ComparePolicy } from '../compare/policy.ts';
import { createResilience } from '../remote/resilience.ts';
import { createCompareItems } from '../tools/compare-items/compare-items.ts';
import { createGetItem } from '../tools/get-item/get-item.ts';
import { createKnowledgeSearch } from '../tools/knowledge-search/knowledge-search.ts';
import { createLogisticsQuery } from '../tools/logistics-query/logistics-query.ts';
import { createOrderQuery } from '../tools/order-query/order-query.ts';
import { createToolRegistry, type ToolRegistry } from '../tools/registry.ts';
import { createSearchDb } from '../tools/search-db/search-db.ts';
import type { Parts } from './parts.ts';

/** The tools of what the shop has connected, in the order a model is offered them; the shop's own ones are read anew each turn. */
export function connectedTools(
  catalog: CatalogEngine,
  policy: ComparePolicy,
  { knowledge, orders, mcp, tool_timeout_ms }: Pick<Parts, 'knowledge' | 'orders' | 'mcp' | 'tool_timeout_ms'>,
): ToolRegistry {
  const limit = tool_timeout_ms === undefined ? {} : { timeout_ms: tool_timeout_ms };
  const catalogCalls = createResilience({ ...limit, isAnswer: (error) => error instanceof SearchRefused });
  const orderCalls = createResilience(limit);
  const own = [
    createSearchDb(catalog, catalogCalls),
    createGetItem(catalog, catalogCalls),
    createCompareItems(catalog, catalogCalls, policy),
    ...(knowledge ? [createKnowledgeSearch(knowledge, { resilience: () => createResilience(limit) })] : []),
    ...(orders ? [createOrderQuery(orders, orderCalls), createLogisticsQuery(orders, orderCalls)] : []),
  ];
  return createToolRegistry(() => [...own, ...(mcp?.tools() ?? [])]);
}
