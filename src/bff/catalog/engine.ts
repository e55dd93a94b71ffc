import type { Item } from '../../protocol/item.ts';
import type { SearchArguments } from '../../protocol/search.ts';

/** A search that the catalogue cannot take as given. The tool answers it to the model, which may correct itself. */
export class SearchRefused extends Error {
  override readonly name = 'SearchRefused';
  readonly code: 'bad_arguments' | 'bad_cursor' | 'unsupported';
  /** Names of `search_db` parameters at fault. */
  readonly parameters: readonly string[];
  /** Valid choices for a parameter, where the catalogue knows them. */
  readonly choices: Readonly<Record<string, readonly string[]>>;

  constructor(
    code: SearchRefused['code'],
    message: string,
    parameters: readonly string[],
    choices: Readonly<Record<string, readonly string[]>> = {},
  ) {
    super(message);
    this.code = code;
    this.parameters = parameters;
    this.choices = choices;
  }
}

/** How many would be found without one of the conditions of a search that found nothing. */
export interface Relaxation {
  /** The parameter left out, such as `brands` or `attributes.noise_level`. */
  readonly without: string;
  readonly total: number;
  /** True when the parameter failed because items do not state the fact at all, not because they state another value. */
  readonly not_stated?: boolean;
}

/** Counts of the values one field takes among the results, most frequent first. */
export interface Facet {
  /** A `search_db` parameter (`brands`, `use_cases`…) or `attributes.<key>`. */
  readonly field: string;
  /** In the language of the search. */
  readonly label: string;
  readonly unit?: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** Why an item is among the results of a free text: one part of the text. */
export interface Why {
  readonly words: string;
  /** What misspelt words were taken for. */
  readonly taken_for?: string;
  /** The item itself has what is named, or its texts have the words. */
  readonly by: 'name' | 'text';
  /** What its relevance was multiplied by for that. */
  readonly factor: number;
}

/** Answer of a search. */
export interface SearchResult {
  /** One per `product_id` unless that was asked for. */
  readonly items: readonly Item[];
  /** Variants of each item's product, by item id; absent means 1. */
  readonly variants: Readonly<Record<string, number>>;
  readonly total: number;
  /** Present when more remain. */
  readonly cursor?: string;
  /** Only when `total` is 0, best first. */
  readonly relaxations: readonly Relaxation[];
  readonly facets: readonly Facet[];
  /** Parameters this engine cannot test and therefore left out; the model is told. */
  readonly unsupported: readonly string[];
  /** True when some words of `query` are not in the items found: no item, or too few, had them all. */
  readonly partial?: boolean;
  /** Names of the request that the shop files under others, with these: "red wine" as "grape wine". */
  readonly read_as?: Readonly<Record<string, string>>;
  /** By item id, where the search has a free text and the engine knows: for the run log, not for the model. */
  readonly why?: Readonly<Record<string, readonly Why[]>>;
  /** Revision of the catalogue that answered. */
  readonly revision: string;
}

/** A name the catalogue uses, with how many items carry it. Values of all locales are listed; `labels` are its other spellings. */
export interface Term {
  readonly value: string;
  /** Other names of the same thing: translations (paired by the items that carry both), aliases in brackets, path leaves. */
  readonly labels: readonly string[];
  readonly count: number;
  /** Of a type: its products as a search counts them, variants of one together. Absent where the engine does not know. */
  readonly products?: number;
}

/** What is known about one attribute key. */
export interface AttributeInfo {
  readonly key: string;
  /** In every locale. */
  readonly labels: readonly string[];
  readonly unit?: string;
  readonly type: 'number' | 'text' | 'boolean';
  readonly min?: number;
  readonly max?: number;
  /** Most frequent text values (at most 200), all locales. */
  readonly values: readonly Term[];
  /** Of a number: the figures most items state (at most 64), where an engine lists them. */
  readonly figures?: readonly number[];
  /** `product_types` whose items state it, where an engine knows: 120 mm is the size of a fan and the length of no mouse. */
  readonly types?: readonly string[];
  readonly count: number;
}

/** The words of a catalogue: what the planner understands requests with, and what the model's tool schema offers as enums. */
export interface Vocabulary {
  readonly revision: string;
  /** Items (not records). */
  readonly items: number;
  readonly locales: readonly string[];
  /** The catalogue's default: the currency most offers are in. */
  readonly currency: string;
  /** `value` is the full path (` > ` between names) or the plain name. */
  readonly product_types: readonly Term[];
  readonly brands: readonly Term[];
  readonly features: readonly Term[];
  readonly use_cases: readonly Term[];
  readonly audience: readonly Term[];
  readonly colors: readonly Term[];
  readonly materials: readonly Term[];
  /** Policy types, their labels among `labels`. */
  readonly guarantees: readonly Term[];
  readonly conditions: readonly Term[];
  readonly attributes: readonly AttributeInfo[];
  readonly has_lease: boolean;
  readonly has_sale: boolean;
}

/** The catalogue did not answer in time. The tool tells the model, and the turn goes on without cards. */
export class CatalogTimeout extends Error {
  override readonly name = 'CatalogTimeout';
}

/** There is no catalogue at the address, or none of this version. The message says what to do. */
export class CatalogUnusable extends Error {
  override readonly name = 'CatalogUnusable';
}

/**
 * The catalogue is elsewhere and cannot be reached now; it may be later. The message says why in words that hold no address
 * and no secret: readiness repeats it.
 */
export class CatalogUnavailable extends Error {
  override readonly name = 'CatalogUnavailable';
}

/** Where a catalogue is kept. */
export type EngineName = 'sqlite' | 'postgres' | 'http' | 'ucp';

/** What an engine is asked besides the arguments. */
export interface ReadContext {
  readonly locale: string;
  /** Aborted when the turn ends or the tool's time is up. */
  readonly signal?: AbortSignal;
  /** The turn that asks: the same object throughout it. Only compared, never read. */
  readonly turn?: object;
}

/**
 * A catalogue that can be searched and read. Implementations: SQLite, PostgreSQL, a shop's own endpoint; one conformance
 * suite (`conformance.ts`) holds for all of them.
 */
export interface CatalogEngine {
  readonly name: EngineName;
  /** @throws SearchRefused for arguments this catalogue cannot take. */
  search(search: SearchArguments, context: ReadContext): Promise<SearchResult>;
  /**
   * Items by id in the order asked for, each in the best locale there is (same language, catalogue default, any);
   * unknown ids are absent.
   */
  items(ids: readonly string[], context: ReadContext): Promise<Item[]>;
  /** The words of the current revision. */
  vocabulary(): Promise<Vocabulary>;
  /** The revision that answers now; of a live shop the sample its words were learned from. */
  revision(): Promise<string>;
  /** Whether the catalogue answers, where {@link revision} cannot tell. @throws CatalogUnavailable */
  check?(): Promise<void>;
  /**
   * Adds items, or replaces those of the same id and locale, visible to the next search. Absent where items are kept
   * elsewhere, such as a shop's own endpoint.
   */
  put?(items: readonly Item[]): Promise<void>;
  close(): Promise<void>;
}
