import { useState } from 'react';
import type { VideoCardData } from '../../protocol/parts.ts';
import { useCardWords } from '../i18n/cards/card-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { Icon } from '../ui/icon.tsx';
import { QuietLine } from '../ui/quiet-line.tsx';

/** `95` is `1:35`. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A poster; nothing of the video is fetched before the tap. */
export default function VideoCard({ data }: { data: VideoCardData }) {
  const { locale } = useLanguage();
  const { video: words } = useCardWords();
  const [state, setState] = useState<'poster' | 'playing' | 'failed'>('poster');
  return (
    <figure className="overflow-hidden rounded-card border border-line">
      <div className="relative aspect-16/9 bg-picture">
        {state === 'playing' ? (
          // Captions come from the item's own media; an item without them has none to give.
          // biome-ignore lint/a11y/useMediaCaption: see above
          <video
            className="size-full bg-black"
            controls
            autoPlay
            playsInline
            preload="none"
            poster={data.poster}
            aria-label={data.title}
            onError={() => setState('failed')}
          >
            <source src={data.url} type={data.type} onError={() => setState('failed')} />
            {data.captions && <track default kind="captions" src={data.captions} srcLang={locale} label={locale} />}
          </video>
        ) : (
          <button
            type="button"
            aria-label={words.play(data.title)}
            className="group absolute inset-0 size-full"
            onClick={() => setState('playing')}
          >
            {data.poster && <Poster key={data.poster} src={data.poster} />}
            <span className="absolute inset-0 m-auto flex size-14 items-center justify-center rounded-full border-2 border-white bg-black/70 text-white group-hover:bg-black">
              <Icon name="play" className="ms-0.5 scale-125 fill-current" />
            </span>
          </button>
        )}
        {state !== 'playing' && data.duration_s !== undefined && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute end-2 bottom-2 rounded-small bg-black/70 px-1.5 text-tiny text-white tabular-nums"
          >
            {clock(data.duration_s)}
          </span>
        )}
      </div>
      <figcaption dir="auto" title={data.title} className="px-3 py-2 text-small font-medium">
        <span className="line-clamp-2 wrap-anywhere">{data.title}</span>
      </figcaption>
      {state === 'failed' && (
        <div className="px-3 pb-2">
          <QuietLine tone="warn">{words.failed}</QuietLine>
        </div>
      )}
    </figure>
  );
}

/** One that does not come leaves the quiet ground, and the play mark on it. */
function Poster({ src }: { src: string }) {
  const [failed, setFailed] = useState(false);
  if (failed) return null;
  return <img src={src} alt="" loading="lazy" decoding="async" className="size-full object-cover" onError={() => setFailed(true)} />;
}
