import { basename, extname } from 'node:path';
import { type Mapping, mapRow } from '../mapping.ts';
import { isRecord } from '../rows/row.ts';
import { eachRecord, type FeedContext, type Format } from './format.ts';
import { isUsable, localeOf } from './item-draft.ts';

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
        isRecord(item)
          ? { locale: localeOf(context, item.title), updated_at: context.now.toISOString(), ...withUsableAddresses(item, context) }
          : item,
      ),
    ),
  };
}

/** An item without the addresses a card may not use (plain `http:`): a page of its own, pictures and films. */
function withUsableAddresses(item: Readonly<Record<string, unknown>>, { leaveOut }: FeedContext): Record<string, unknown> {
  const usable = (address: unknown, field: string): boolean => typeof address !== 'string' || isUsable(address, field, leaveOut);
  const { url, media, ...rest } = item;
  return {
    ...rest,
    ...(url !== undefined && usable(url, 'url') && { url }),
    ...(media !== undefined && {
      media: Array.isArray(media) ? media.filter((each, at) => !isRecord(each) || usable(each.url, `media.${at}.url`)) : media,
    }),
  };
}

/** A file's name without folder and ending, as a mapping sees it. */
export const plainName = (path: string): string => basename(path, extname(path));
