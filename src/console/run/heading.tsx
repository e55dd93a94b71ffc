import { type ReactNode, useState } from 'react';
import type { RunResponse } from '../../protocol/operator.ts';
import { hrefs } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { Outcome } from '../runs/outcome.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Link } from '../ui/link.tsx';
import { When } from '../ui/when.tsx';
import type { Reading } from './reading.ts';

/** @param plain what it is shows; its name is only read out. */
function Fact({ name, plain = false, children }: { name: string; plain?: boolean; children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-1">
      <dt className={plain ? 'sr-only' : 'text-soft'}>{name}</dt>
      <dd className="min-w-0 break-all">{children}</dd>
    </div>
  );
}

/** The run before and after this one in its conversation. */
function Neighbours({ run }: { run: RunResponse }) {
  const { t } = useLanguage();
  const ids = run.conversation ?? [];
  const at = ids.indexOf(run.id);
  if (at < 0 || ids.length < 2) return null;
  const [before, after] = [ids[at - 1], ids[at + 1]];
  return (
    <nav aria-label={t.conversation} className="flex items-center gap-1">
      <span className="me-1 text-soft">{t.turnOf(at + 1, ids.length)}</span>
      {before && (
        <Link href={hrefs.run(before)} className={buttonClass()}>
          <Icon name="left" />
          {t.turnBefore}
        </Link>
      )}
      {after && (
        <Link href={hrefs.run(after)} className={buttonClass()}>
          {t.turnAfter}
          <Icon name="right" />
        </Link>
      )}
    </nav>
  );
}

/** Characters up to which a question is shown whole. */
const LONG = 280;

/** The page's title. A long one is cut after some lines until it is asked for. */
function Question({ text }: { text: string }) {
  const { t } = useLanguage();
  const [all, setAll] = useState(text.length <= LONG);
  return (
    <div className="max-w-[80ch]">
      <h1 className={`text-price leading-7 font-semibold break-words whitespace-pre-wrap ${all ? '' : 'line-clamp-4'}`}>{text}</h1>
      {!all && (
        <Button look="plain" className="-ms-2.5" onClick={() => setAll(true)}>
          {t.wholeQuestion}
        </Button>
      )}
    </div>
  );
}

/** What was asked, and where, when and by what it was answered. */
export function Heading({ run, reading, children }: { run: RunResponse; reading: Reading; children: ReactNode }) {
  const { t } = useLanguage();
  const { page } = reading;
  return (
    <header className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2 text-small">
        <Link href={hrefs.runs()} className="inline-flex min-h-8 items-center gap-1 text-accent-ink hover:underline">
          <Icon name="left" />
          {t.runs}
        </Link>
        <Neighbours run={run} />
      </div>
      <Question text={reading.question || t.noWords} />
      <dl className="flex flex-wrap gap-x-4 gap-y-1 text-small">
        <Fact name={t.filters.outcome} plain>
          <Outcome outcome={reading.outcome} error={run.summary?.error} />
        </Fact>
        <Fact name={t.columns.when} plain>
          <When at={reading.started_at} both />
        </Fact>
        <Fact name={t.facts.model}>
          <code>{reading.models.join(' → ') || '–'}</code>
        </Fact>
        <Fact name={t.facts.locale}>
          <code>{reading.locale}</code>
        </Fact>
        <Fact name={t.facts.run}>
          <code>{run.id}</code>
        </Fact>
        <Fact name={t.facts.conversation}>
          <Link href={hrefs.runs({ conversation: run.conversation_id })} className="font-mono text-accent-ink hover:underline">
            {run.conversation_id}
          </Link>
        </Fact>
        {run.summary && (
          <Fact name={t.facts.site}>
            <code>{run.summary.site}</code>
          </Fact>
        )}
        {page?.item_id && (
          <Fact name={t.facts.page}>
            <code>{page.item_id}</code>
          </Fact>
        )}
        {page?.cart && page.cart.length > 0 && (
          <Fact name={t.facts.cart}>
            <code>{page.cart.map(({ item_id, quantity }) => `${item_id} ×${quantity}`).join(', ')}</code>
          </Fact>
        )}
      </dl>
      {children}
    </header>
  );
}
