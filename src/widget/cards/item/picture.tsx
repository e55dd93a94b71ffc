import { useState } from 'react';
import type { Item } from '../../../protocol/item.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Icon } from '../../ui/icon.tsx';

/** An item's first picture on a quiet ground of fixed shape, so that nothing moves when it arrives or fails. */
export function Picture({ item, className }: { item: Item; className: string }) {
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
          onError={() => setFailed(shown.url)}
        />
      ) : (
        <span className="flex flex-col items-center gap-1 text-tiny text-[#62625c]">
          <Icon name="picture" />
          {t.item.noPicture}
        </span>
      )}
    </div>
  );
}
