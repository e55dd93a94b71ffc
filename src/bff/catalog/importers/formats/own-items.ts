import { basename, extname } from 'node:path';
import { type Mapping, mapRow } from '../mapping.ts';
import { isRecord } from '../rows/row.ts';
import { eachRecord, type Format } from './format.ts';
import { localeOf } from './item-draft.ts';

/** Items as `src/protocol/item.ts` describes them. */
export const ownItems: Format = {
  name: 'items',
  matches: (record) => 'id' in record && 'title' in record && Array.isArray(record.offers) && 'updated_at' in record,
  items: eachRecord((record) => [record]),
};

/** Rows of a shop's own, which a mapping file turns into items. */
export function mapped(mapping: Mapping): Format {
  return {
    name: 'mapping',
    matches: () => true,
    items: eachRecord((record, context) =>
      mapRow(mapping, record, context.file).map((item) =>
        isRecord(item) ? { locale: localeOf(context, item.title), updated_at: context.now.toISOString(), ...item } : item,
      ),
    ),
  };
}

/** A file's name without folder and ending, as a mapping sees it. */
export const plainName = (path: string): string => basename(path, extname(path));
