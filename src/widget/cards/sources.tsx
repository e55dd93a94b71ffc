import { useLanguage } from '../i18n/language.ts';

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url?: string | undefined;
}

/** What an answer rests on: small, numbered, under it. */
export default function Sources({ sources, open = false }: { sources: readonly Source[]; open?: boolean }) {
  const { t } = useLanguage();
  return (
    <details open={open} className="text-small text-soft">
      <summary className="w-fit cursor-pointer rounded-control hover:text-ink touch:py-3.25">
        {t.sources} · {sources.length}
      </summary>
      <ol className="mt-1 flex list-decimal flex-col gap-0.5 ps-5">
        {sources.map((source) => (
          <li key={source.id} dir="auto">
            {source.url?.startsWith('https://') ? (
              <a href={source.url} target="_blank" rel="noopener noreferrer" className="text-accent-ink underline-offset-2 hover:underline">
                {source.title}
              </a>
            ) : (
              source.title
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
