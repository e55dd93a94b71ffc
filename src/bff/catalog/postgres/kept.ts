import type { Client } from 'pg';
import type { Columns } from '../columns/columns.ts';
import type { Labels } from '../columns/facets.ts';
import { Names } from '../plan/names.ts';
import { revisionCount } from '../revision.ts';
import { followColumns, type Loaded, loadColumns, loadNames } from './load.ts';
import { hasNames, labelsInMemory, type NameRows, namesInMemory, withMore } from './names.ts';
import { type Live, noCatalogue } from './schema.ts';
import { RevisionStores } from './stores.ts';

/** What a read thread keeps of the revision it answers from. */
export class KeptRevision {
  readonly schema: string;
  readonly stores: RevisionStores;
  readonly #loaded: Loaded;
  #live: Live;
  #columns: Columns;
  #names: NameRows;
  #meanings: Names;
  #labels: Labels;

  private constructor(schema: string, live: Live, loaded: Loaded, names: NameRows) {
    this.schema = schema;
    this.#live = live;
    this.#loaded = loaded;
    this.#columns = loaded.store.columns(live.revision, loaded.termsOf);
    this.stores = new RevisionStores(schema, this.#columns.size);
    this.#names = names;
    this.#meanings = new Names(namesInMemory(names));
    this.#labels = labelsInMemory(names);
  }

  /** Reads all of the revision that the current transaction sees. @throws CatalogUnusable */
  static async read(client: Client, live: Live): Promise<KeptRevision> {
    if (live.schema === null) throw noCatalogue();
    const loaded = await loadColumns(client, live.schema, live);
    const kept = new KeptRevision(live.schema, live, loaded, await loadNames(client, live.schema));
    await kept.stores.warmFacts(client);
    // What is read anew after a change is what is there now.
    for (const locale of loaded.locales) kept.columns.termsFor(locale);
    return kept;
  }

  get columns(): Columns {
    return this.#columns;
  }

  get names(): NameRows {
    return this.#names;
  }

  get meanings(): Names {
    return this.#meanings;
  }

  get labels(): Labels {
    return this.#labels;
  }

  is(live: Live): boolean {
    return live.schema === this.schema && live.revision === this.#live.revision;
  }

  /** Whether the same tables answer, with the defaults that the columns were read for: then they differ only by items that were put. */
  leadsTo({ schema, locale, currency }: Live): boolean {
    return schema === this.schema && locale === this.#live.locale && currency === this.#live.currency;
  }

  /** Whether its tables are still there, and hold nothing newer than is known here. */
  async isWhole(client: Client): Promise<boolean> {
    const { rows: tables } = await client.query<{ here: boolean }>('SELECT to_regclass($1) IS NOT NULL AS here', [`${this.schema}.item`]);
    if (!tables[0]?.here) return false;
    const { rows } = await client.query(`SELECT 1 FROM ${this.schema}.item WHERE since > $1 LIMIT 1`, [revisionCount(this.#live.revision)]);
    return rows.length === 0;
  }

  /**
   * Reads what was put since, in the transaction that saw `live`.
   * @returns false, and nothing changed, where a language came in that the columns do not know.
   */
  async follow(client: Client, live: Live): Promise<boolean> {
    const after = revisionCount(this.#live.revision);
    const { termField } = this.#columns;
    const { store, locales, termsOf } = this.#loaded;
    const changed = await followColumns(client, this.schema, store, after, { terms: termField.length, locales });
    if (changed === null) return false;
    this.#live = live;
    this.#columns = store.columns(live.revision, termsOf);
    await this.stores.follow(client, changed, this.#columns.size);
    const more = await loadNames(client, this.schema, after);
    if (hasNames(more)) {
      this.#names = withMore(this.#names, more);
      this.#meanings = new Names(namesInMemory(this.#names));
      this.#labels = labelsInMemory(this.#names);
    }
    return true;
  }
}
