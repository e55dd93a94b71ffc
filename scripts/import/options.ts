import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { formats } from '../../src/bff/catalog/importers/formats/formats.ts';
import { type Mapping, mappingSchema } from '../../src/bff/catalog/importers/mapping.ts';
import { type Encoding, encodings } from '../../src/bff/catalog/importers/rows/encoding.ts';
import { currencySchema } from '../../src/protocol/money.ts';

export const USAGE = `usage: npm run import -- [options] <file or folder…>
  --to <CATALOG_URL>   where to; without it CATALOG_URL
  --mapping <file>     how rows of your own become items (docs/import.md)
  --format <name>      ${formats.map(({ name }) => name).join(' | ')}; without it the data tells
  --replace            what is imported is the whole catalogue; --force even when it is less than half of the present one
  --currency <code>    of prices that name none     --locale <tag>  of records that name none
  --encoding <name>    ${encodings.join(' | ')}; without it the data tells
  --report <file>      every record passed over and every value left out, as JSON lines
  --explain            changes nothing: says what the files hold and proposes a mapping
  --out <file>         with --explain: where the mapping is written; without it standard output`;

/** A call that cannot be carried out. The message says what to change. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface ImportCall {
  readonly paths: readonly string[];
  readonly to: string | undefined;
  readonly mapping: Mapping | undefined;
  readonly format: string | undefined;
  readonly encoding: Encoding | undefined;
  readonly locale: string | undefined;
  readonly currency: string | undefined;
  readonly replace: boolean;
  readonly force: boolean;
  readonly report: string | undefined;
  readonly explain: boolean;
  /** File for the proposed mapping. */
  readonly out: string | undefined;
  /** All of the above that decide what is written, in words. */
  readonly words: string;
}

/** @throws UsageError */
export async function readCall(args: string[], environment: Readonly<Record<string, string | undefined>>): Promise<ImportCall> {
  const { values, positionals } = parsed(args);
  const { to = environment.CATALOG_URL || undefined, format, encoding, currency, mapping: path } = values;
  if (positionals.length === 0) throw new UsageError(USAGE);
  if (values.out !== undefined && !values.explain) throw new UsageError(`--out goes with --explain.\n${USAGE}`);
  if (to === undefined && !values.explain)
    throw new UsageError(`Where to? Give --to sqlite:<path> or postgres://…, or set CATALOG_URL.\n${USAGE}`);
  if (format !== undefined && !formats.some(({ name }) => name === format)) throw new UsageError(`No format "${format}".\n${USAGE}`);
  if (encoding !== undefined && !encodings.some((each) => each === encoding)) throw new UsageError(`No encoding "${encoding}".\n${USAGE}`);
  if (currency !== undefined && !v.is(currencySchema, currency))
    throw new UsageError(`--currency is three capital letters (ISO 4217), not "${currency}".`);
  const mapping = path === undefined ? undefined : await readMapping(path);
  return {
    paths: positionals,
    to,
    mapping,
    format,
    encoding: encoding as Encoding | undefined,
    locale: values.locale,
    currency,
    replace: values.replace === true,
    force: values.force === true,
    report: values.report,
    explain: values.explain === true,
    out: values.out,
    words: JSON.stringify([mapping, format, encoding, values.locale, currency]),
  };
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        to: text,
        mapping: text,
        format: text,
        encoding: text,
        locale: text,
        currency: text,
        report: text,
        out: text,
        replace: flag,
        force: flag,
        explain: flag,
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

async function readMapping(path: string): Promise<Mapping> {
  let value: unknown;
  try {
    const text = await readFile(path, 'utf8');
    if (/^\s*>/.test(text))
      throw new UsageError(`it begins with what npm prints, not with a mapping. Write it with --explain --out ${path}, not with ">".`);
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : error}`);
  }
  const result = v.safeParse(mappingSchema, value);
  if (result.success) return result.output;
  throw new UsageError(`${path}: ${result.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`).join('; ')}`);
}

/** What an import reads, in words that change when a file does. */
export async function sourceWords(files: readonly string[], call: ImportCall): Promise<string> {
  const facts = await Promise.all(files.map(async (file) => [file, (await stat(file)).size, (await stat(file)).mtimeMs]));
  return `${call.words}\n${JSON.stringify(facts)}`;
}
