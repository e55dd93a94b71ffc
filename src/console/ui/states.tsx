import type { ReactNode } from 'react';
import { ApiError } from '../api/errors.ts';
import { useLanguage } from '../i18n/language.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** Names of the filters a refusal is about, as the list labels them: the server answers `min_ms: a whole number`. */
function refusedFilters(message: string, labels: Readonly<Record<string, string>>): string[] {
  return [...message.matchAll(/(?:^|[;,\n]\s*)([a-z_]+):/g)].flatMap(([, name = '']) =>
    Object.hasOwn(labels, name) ? (labels[name] ?? []) : [],
  );
}

/**
 * Something failed: what happened and what to do, in a sentence.
 * @param page it is all there is on the page, and so its sentence is the page's title.
 */
export function Failed({
  error,
  page = false,
  onAgain,
  children,
}: {
  error: unknown;
  page?: boolean;
  onAgain?: () => void;
  children?: ReactNode;
}) {
  const { t, list } = useLanguage();
  const code = error instanceof ApiError ? error.code : 'internal';
  const refused = error instanceof ApiError && code === 'invalid_request' ? refusedFilters(error.message, t.filters) : [];
  const Title = page ? 'h1' : 'p';
  return (
    <div role="alert" className="flex items-start gap-2 rounded-card border border-line bg-raised p-4">
      <Icon name="warn" className="mt-0.5 text-bad" />
      <div className="min-w-0">
        <Title className="text-body">{t.faults[code]}</Title>
        {refused.length > 0 && <p className="mt-1 text-small text-soft">{t.refusedFilters(list(refused))}</p>}
        {(children || onAgain) && (
          <div className="mt-3 flex flex-wrap gap-2">
            {/* The same question would be refused the same way. */}
            {onAgain && code !== 'invalid_request' && <Button onClick={onAgain}>{t.again}</Button>}
            {children}
          </div>
        )}
      </div>
    </div>
  );
}

/** A list could not be read: kept nowhere, or failed. */
export function ListFailed({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { t } = useLanguage();
  if (error instanceof ApiError && error.code === 'not_found') return <Nothing title={t.noArchive}>{t.noArchiveHow}</Nothing>;
  return <Failed error={error} onAgain={onAgain} />;
}

/** Nothing to show, and why. @param page it is all there is on the page, and so its title is the page's. */
export function Nothing({ title, page = false, children }: { title: string; page?: boolean; children?: ReactNode }) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className="rounded-card border border-line bg-raised px-4 py-10 text-center">
      <Title className="text-body font-medium">{title}</Title>
      {children && <div className="mx-auto mt-1 max-w-[52ch] text-small text-soft">{children}</div>}
    </div>
  );
}

/** As high as what comes, so that nothing moves when it arrives. */
export function Waiting({ lines = 6, label }: { lines?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="flex animate-breathe flex-col gap-2">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
        <div key={line} className="h-12 rounded-control bg-raised" />
      ))}
    </div>
  );
}
