import type { Item } from '../../protocol/item.ts';
import type { Language } from '../../protocol/locale.ts';
import { say } from './bilingual.ts';
import { factValue } from './describe.ts';
import { type FactKey, type Facts, facts as factTable, unitOf } from './facts.ts';
import type { Sheet } from './sheet.ts';
import type { Variant } from './variants.ts';
import { videoSeconds, videos } from './videos.ts';

/** Two pictures of a variant, and a film where its model has one. */
export function mediaOf({ id, row }: Variant, title: string, language: Language): NonNullable<Item['media']> {
  const picture = { type: 'image' as const, width: 800, height: 600 };
  const images = [
    { ...picture, url: `/pictures/${id}.svg`, alt_text: title },
    { ...picture, url: `/pictures/${id}-2.svg`, alt_text: say([`${title}：细节`, `${title}: detail`], language) },
  ];
  if (!row.video) return images;
  const film = `/demo/videos/${row.video}`;
  return [
    ...images,
    {
      type: 'video',
      url: `${film}.webm`,
      alt_text: say(videos[row.video], language),
      poster: `${film}.svg`,
      duration_s: videoSeconds,
      captions: `${film}.${language}.vtt`,
    },
  ];
}

/** What is stated about it, in the order of its row. */
export function attributesOf(sheet: Sheet, stated: Facts, language: Language): NonNullable<Item['attributes']> {
  return Object.fromEntries(
    (Object.keys(stated) as FactKey[]).flatMap((key) => {
      const value = stated[key];
      if (value === undefined) return [];
      const unit = typeof value === 'number' ? (sheet.units?.[key] ?? unitOf(key)) : undefined;
      return [[key, { label: say(factTable[key].label, language), value: factValue(value, language), ...(unit ? { unit } : {}) }]];
    }),
  );
}
