import type { FieldSummary } from '../../src/bff/catalog/importers/explain.ts';
import { proposeMapping, summarise } from '../../src/bff/catalog/importers/explain.ts';
import { formatOf } from '../../src/bff/catalog/importers/formats/formats.ts';
import { openRows } from '../../src/bff/catalog/importers/rows/open.ts';
import type { ImportCall } from './options.ts';

/** Records looked at. */
const SAMPLE = 2000;

/** Says what a file holds on standard error, and prints a mapping for it on standard output. */
export async function explain(file: string, { encoding, currency }: ImportCall, say: (line: string) => void): Promise<string> {
  const opened = await openRows(file, encoding);
  const records: Readonly<Record<string, unknown>>[] = [];
  for await (const row of opened.rows) {
    if ('value' in row) records.push(row.value);
    if (records.length >= SAMPLE) break;
  }
  const format = records[0] && formatOf(records[0]);
  say(`${file}: ${opened.shape}, ${opened.encoding}, ${records.length === SAMPLE ? `first ${SAMPLE}` : records.length} records`);
  if (format) say(`It is a feed of the kind "${format.name}" and needs no mapping.`);
  for (const field of summarise(records)) say(line(field));
  const { mapping, notices } = proposeMapping(records, currency);
  for (const notice of notices) say(`Note: ${notice}`);
  return JSON.stringify({ $schema: './mapping.schema.json', ...mapping }, null, 2);
}

const line = ({ name, filled, kind, distinct, examples }: FieldSummary): string =>
  `  ${name.padEnd(28)} ${String(Math.round(filled * 100)).padStart(3)} %  ${kind.padEnd(7)} ${String(distinct).padStart(6)} different  ` +
  examples.map((example) => (example.length > 40 ? `${example.slice(0, 39)}…` : example)).join(' | ');
