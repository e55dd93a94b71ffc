import type { ReactNode } from 'react';
import { ApiError } from '../api/errors.ts';
import { useLanguage } from '../i18n/language.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** Something failed: what happened and what to do, in a sentence. */
export function Failed({ error, onAgain }: { error: unknown; onAgain?: () => void }) {
  const { t } = useLanguage();
  const code = error instanceof ApiError ? error.code : 'internal';
  const detail = error instanceof ApiError && error.code === 'invalid_request' ? error.message : '';
  return (
    <div role="alert" className="flex items-start gap-2 rounded-card border border-line bg-raised p-4">
      <Icon name="warn" className="mt-0.5 text-bad" />
      <div className="min-w-0">
        <p className="text-body">{t.faults[code]}</p>
        {detail && <p className="mt-1 text-small text-soft">{detail}</p>}
        {onAgain && (
          <Button className="mt-3" onClick={onAgain}>
            {t.again}
          </Button>
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
