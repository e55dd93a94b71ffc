import { useLanguage } from '../i18n/language.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

const looks: Readonly<Record<string, readonly [IconName, string]>> = {
  finished: ['check', 'text-good'],
  stopped: ['cross', 'text-soft'],
  disconnected: ['cross', 'text-soft'],
  error: ['warn', 'text-bad'],
  interrupted: ['warn', 'text-bad'],
};

/** How a run ended, in a word and a sign. @param outcome undefined: it goes on. */
export function Outcome({ outcome, error }: { outcome: string | undefined; error?: string | null | undefined }) {
  const { t } = useLanguage();
  if (outcome === undefined)
    return (
      <span className="inline-flex items-center gap-1 whitespace-nowrap text-accent-ink">
        <span aria-hidden="true" className="size-2 animate-breathe rounded-full bg-accent" />
        {t.running}
      </span>
    );
  const [icon, ink] = looks[outcome] ?? ['warn', 'text-soft'];
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap ${ink}`}>
      <Icon name={icon} />
      {t.outcomes[outcome] ?? outcome}
      {error ? ` · ${t.errorCodes[error] ?? error}` : ''}
    </span>
  );
}
