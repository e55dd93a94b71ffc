import { useState } from 'react';
import type { Item } from '../../../protocol/item.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Icon } from '../../ui/icon.tsx';

/** A picture whose shape differs from its frame by less than this factor fills it; any other is shown whole. */
const CROPPED = 1.4;

/** Fills the frame where that costs only margins, so that a tall phone is never cut in half. */
function fill(image: HTMLImageElement): void {
  const frame = image.clientWidth / image.clientHeight;
  const ratio = image.naturalWidth / image.naturalHeight / frame;
  image.style.objectFit = ratio < CROPPED && ratio > 1 / CROPPED ? 'cover' : 'contain';
}

/** An item's first picture on a quiet ground of fixed shape, so that nothing moves when it arrives or fails. */
export function Picture({ item, className, small = false }: { item: Item; className: string; small?: boolean }) {
  const { t } = useLanguage();
  const image = item.media?.find((media) => media.type === 'image');
  const [failed, setFailed] = useState<string>();
  const shown = image && failed !== image.url ? image : undefined;
  return (
    <div className={`isolate flex items-center justify-center overflow-hidden bg-picture ${className}`}>
      {shown ? (
        <img
          src={shown.url}
          alt={shown.alt_text ?? ''}
          loading="lazy"
          decoding="async"
          draggable={false}
          className="aisle-picture size-full object-contain"
          onLoad={(event) => fill(event.currentTarget)}
          onError={() => setFailed(shown.url)}
        />
      ) : (
        <span className="flex flex-col items-center gap-1 text-tiny text-[#62625c]">
          <Icon name="picture" size={small ? 16 : 20} />
          {!small && t.item.noPicture}
        </span>
      )}
    </div>
  );
}
