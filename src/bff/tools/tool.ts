import type * as v from 'valibot';
import type { PageContext } from '../../protocol/chat.ts';
import type { Item } from '../../protocol/item.ts';
import type { DataPart } from '../../protocol/parts.ts';
import type { SearchArguments } from '../../protocol/search.ts';
import type { Passage } from '../knowledge/knowledge.ts';

/** What a tool is told about the turn it serves. Identity never comes from the model's arguments. */
export interface ToolContext {
  readonly locale: string;
  /** Of the whole turn: one object throughout it. */
  readonly signal: AbortSignal;
  readonly page?: PageContext;
  /** The verified shopper, where the shop signed a token. */
  readonly sub?: string;
  /** Whether this conversation's ledger holds an id (guard contract G1). */
  readonly inLedger: (id: string) => boolean;
}

/** A tool's result has three faces: text for the model, data for the shopper and the planner, ids for the ledger. */
export interface ToolResult {
  readonly ok: boolean;
  readonly text: string;
  /** Structured result for the planner (`search_db`: SearchResult). Never sent to a provider. */
  readonly data?: unknown;
  /** Items that a successful `search_db` returned; their ids enter the ledger. Absent for every other tool. */
  readonly found?: SearchFound;
  /** Items of the page that a tool looked up by id and the catalogue confirmed (G1): they enter the ledger too. */
  readonly confirmed?: readonly Item[];
  readonly passage_ids?: readonly string[];
  /** What `knowledge_search` found, best first: evidence for the guard (G15, G17), and sources under the answer (T4). */
  readonly passages?: readonly Passage[];
  /** Other texts that amounts in the answer may rest on (G15): the sums of the shopper's own orders. */
  readonly evidence?: readonly string[];
  /** What an outside system (MCP) answered, for amounts that may be said as its own and as no item's (G15). */
  readonly outside?: string;
  /** The tool serves signed-in shoppers, and nobody is signed in. */
  readonly identity_needed?: boolean;
  /** A few words for the shopper, in their language: "12 found". */
  readonly summary: string;
  /** With `direct: true`: the parts that end the turn. */
  readonly parts?: readonly DataPart[];
}

/** What a successful search leaves in the conversation: evidence, and a state that the next request can edit. */
export interface SearchFound {
  readonly items: readonly Item[];
  readonly arguments: SearchArguments;
  readonly total: number;
  readonly cursor?: string;
  /** Of the catalogue that answered. */
  readonly revision?: string;
  /** Why each item was found, by id: for the run log alone. */
  readonly why?: unknown;
}

/** A tool as a model is offered it; `parameters` is JSON Schema. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** One ability of the adviser. `schema` is written once: it checks arguments and becomes the model's JSON Schema. */
export interface Tool<S extends v.GenericSchema = v.GenericSchema> {
  readonly name: string;
  readonly schema: S;
  /** As the model sees it, with the enums the shop knows the values of. Equal bytes for an equal catalogue revision. */
  definition(): Promise<ToolDefinition>;
  /** What is being done, in words a shopper understands, before the result is there. */
  status(args: v.InferOutput<S>, context: ToolContext): Promise<string>;
  /** A failure is a result with `ok: false`, never an exception. */
  execute(args: v.InferOutput<S>, context: ToolContext): Promise<ToolResult>;
}
