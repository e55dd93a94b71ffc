import type { Client } from 'pg';
import type { Columns } from '../columns/columns.ts';
import { makeVocabulary } from '../columns/vocabulary.ts';
import type { Vocabulary } from '../engine.ts';
import type { NameRows } from './names.ts';

/** The words of the revision that the current transaction sees. */
export async function readVocabulary(client: Client, schema: string, columns: Columns, names: NameRows): Promise<Vocabulary> {
  const counted = async (column: 'terms' | 'attributes') => {
    const { rows } = await client.query<{ no: number; n: number }>(
      `SELECT held.no, count(*)::int AS n FROM ${schema}.item, unnest(${column}) AS held (no) GROUP BY held.no`,
    );
    return new Map(rows.map(({ no, n }) => [no, n]));
  };
  const terms = await counted('terms');
  const attributes = await counted('attributes');
  const spans = await client.query<{ attribute: number; min: number; max: number }>(
    `SELECT attribute, min(num) AS min, max(num) AS max FROM ${schema}.fact GROUP BY attribute`,
  );
  const kinds = await client.query<{ has_lease: boolean; has_sale: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM ${schema}.price WHERE rate IS NOT NULL) AS has_lease,
            EXISTS (SELECT 1 FROM ${schema}.price WHERE sale IS NOT NULL) AS has_sale`,
  );
  const { has_lease = false, has_sale = false } = kinds.rows[0] ?? {};
  return makeVocabulary(columns, {
    terms: names.terms.map((term) => ({ ...term, count: terms.get(term.no) ?? 0 })).filter(({ count }) => count > 0),
    aliases: names.aliases,
    attributes: names.attributes.map((attribute) => ({ ...attribute, count: attributes.get(attribute.no) ?? 0 })),
    labels: names.labels,
    spans: spans.rows,
    has_lease,
    has_sale,
  });
}
