import type { CallToolResult, Tool as RemoteTool } from '@modelcontextprotocol/client';
import * as v from 'valibot';
import type { Item } from '../../../protocol/item.ts';
import { McpConnection } from '../../remote/mcp/connection.ts';
import { productItems } from '../importers/formats/commerce-protocol.ts';
import { made } from '../importers/formats/format.ts';
import { isRecord } from '../importers/rows/row.ts';
import type { Calls } from '../live/calls.ts';
import { checkedItems, type ReportDropped } from '../live/checked-items.ts';

/** What `search_catalog` and `lookup_catalog` answer, as far as we read it. @see https://ucp.dev/specification/catalog/mcp */
const answerSchema = v.object({
  products: v.array(v.unknown()),
  pagination: v.optional(v.object({ cursor: v.optional(v.string()), has_next_page: v.optional(v.boolean()) })),
});

/** One page of a shop's products, each variant an item. */
export interface ProductPage {
  readonly items: readonly Item[];
  readonly cursor: string | undefined;
}

export interface UcpShopOptions {
  /** Address of the shop's MCP endpoint, such as `https://shop.example/api/ucp/mcp`. */
  readonly url: string;
  /** Address of the profile we present ourselves with; shops that check it refuse calls without. */
  readonly profile: string | undefined;
  readonly calls: Calls;
  readonly onDropped: ReportDropped;
  readonly now: () => number;
}

/** A live shop that speaks the catalogue part of the Universal Commerce Protocol over MCP. */
export class UcpShop {
  readonly #options: UcpShopOptions;
  readonly #connection: McpConnection;
  #tools: readonly RemoteTool[] = [];

  constructor(options: UcpShopOptions) {
    this.#options = options;
    this.#connection = new McpConnection({
      config: { url: options.url, headers: {} },
      now: options.now,
      onProblem: () => undefined,
      onTools: (tools) => {
        this.#tools = tools;
      },
    });
  }

  /** @param limit products of the page. */
  async search(
    asked: { query: string; locale?: string; limit: number; cursor?: string | undefined },
    signal?: AbortSignal,
  ): Promise<ProductPage> {
    const { query, locale, limit, cursor } = asked;
    const answer = await this.#call(
      'search_catalog',
      {
        query,
        ...(locale !== undefined && { context: { language: locale } }),
        pagination: { limit, ...(cursor !== undefined && { cursor }) },
      },
      signal,
    );
    const next = answer.pagination?.has_next_page ? answer.pagination.cursor : undefined;
    return { items: this.#items(answer.products, locale), cursor: next };
  }

  async lookup(ids: readonly string[], locale: string, signal?: AbortSignal): Promise<Item[]> {
    const answer = await this.#call('lookup_catalog', { ids, context: { language: locale } }, signal);
    return this.#items(answer.products, locale);
  }

  /** Whether the shop answers. @throws CatalogUnavailable */
  check(): Promise<void> {
    return this.#options.calls.check(() => this.search({ query: '', limit: 1 }));
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  #call(name: string, catalog: Record<string, unknown>, signal?: AbortSignal): Promise<v.InferOutput<typeof answerSchema>> {
    const { calls, profile } = this.#options;
    return calls.run(async (limit) => {
      const client = await this.#connection.reach();
      const tool = this.#tools.find((each) => each.name === name);
      if (!tool) throw new Error(`the shop has no tool ${name}`);
      const args = { meta: { 'ucp-agent': profile === undefined ? {} : { profile } }, catalog };
      const result = await this.#connection.call(client, tool, args, limit);
      const parsed = v.safeParse(answerSchema, contentOf(result));
      if (result.isError || !parsed.success) throw new Error(`${name} gave no products`);
      return parsed.output;
    }, signal);
  }

  #items(products: readonly unknown[], locale: string | undefined): Item[] {
    const context = { file: 'ucp', now: new Date(), ...(locale !== undefined && { locale }) };
    const faults: { field: string; reason: string }[] = [];
    const drafts = products.filter(isRecord).flatMap((product) =>
      made(0, product, context, (own) => productItems(product, own)).flatMap((each) => {
        if ('item' in each) return [each.item];
        faults.push(each);
        return [];
      }),
    );
    return checkedItems(drafts, this.#options.onDropped, faults);
  }
}

/** Structured content, or the same as JSON in the text, as older servers send it. */
function contentOf({ structuredContent, content }: CallToolResult): unknown {
  if (structuredContent !== undefined) return structuredContent;
  const [first] = content;
  if (first?.type !== 'text') return undefined;
  try {
    return JSON.parse(first.text);
  } catch {
    return undefined;
  }
}
