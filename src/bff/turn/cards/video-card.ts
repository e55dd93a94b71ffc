import { PART_VERSION } from '../../../protocol/parts.ts';
import type { CardMaker } from './card.ts';

const types: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  ogv: 'video/ogg',
  m3u8: 'application/vnd.apple.mpegurl',
};

/** Media type by the file's ending; most shops serve mp4. */
function mediaType(url: string): string {
  const ending = /\.([a-z0-9]+)(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(types, ending) ? (types[ending] ?? 'video/mp4') : 'video/mp4';
}

/** The item's own video (guard contract G9); no card where the item has none. */
export const makeVideoCard: CardMaker<'videoCard'> = async ({ id }, context) => {
  const [item] = await context.items([id]);
  if (!item) return { notice: 'gone' };
  const video = item.media?.find((each) => each.type === 'video');
  if (!video) return {};
  return {
    part: {
      type: 'data-videoCard',
      data: {
        v: PART_VERSION,
        item_id: item.id,
        title: item.title,
        url: video.url,
        type: mediaType(video.url),
        ...(video.poster ? { poster: video.poster } : {}),
        ...(video.duration_s === undefined ? {} : { duration_s: video.duration_s }),
        ...(video.captions ? { captions: video.captions } : {}),
      },
    },
  };
};
