import { type FormEvent, useId, useState } from 'react';
import type { Lease } from '../../../protocol/offer.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { allows, COMMON_TERMS, termRange } from './terms.ts';

/** A row of rental lengths; "other" opens a field held to what the offer allows. */
export function TermPicker({ lease, days, onDays }: { lease: Lease; days: number; onDays: (days: number) => void }) {
  const { t } = useLanguage();
  const range = termRange(lease);
  const [editing, setEditing] = useState(false);
  const common = COMMON_TERMS.filter((term) => allows(range, term));
  const own = common.every((term) => term !== days);
  return (
    <div className="flex flex-col gap-2">
      <fieldset className="flex flex-wrap gap-1">
        <legend className="mb-1 text-tiny text-soft">{t.price.term}</legend>
        {common.map((term) => (
          <Chip
            key={term}
            dense
            chosen={term === days}
            aria-label={t.price.days(term)}
            className="min-w-9 justify-center tabular-nums"
            onClick={() => {
              setEditing(false);
              onDays(term);
            }}
          >
            {term}
          </Chip>
        ))}
        <Chip dense chosen={own} aria-expanded={editing} className="justify-center tabular-nums" onClick={() => setEditing(!editing)}>
          {own ? t.price.days(days) : t.price.otherTerm}
        </Chip>
      </fieldset>
      {editing && (
        <OtherTerm
          lease={lease}
          days={days}
          onDays={(chosen) => {
            setEditing(false);
            onDays(chosen);
          }}
        />
      )}
    </div>
  );
}

function OtherTerm({ lease, days, onDays }: { lease: Lease; days: number; onDays: (days: number) => void }) {
  const { t } = useLanguage();
  const range = termRange(lease);
  const [text, setText] = useState(String(days));
  const hint = useId();
  const wanted = Number(text);
  const possible = Number.isInteger(wanted) && allows(range, wanted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (possible) onDays(wanted);
  };
  return (
    <form className="flex flex-wrap items-center gap-2" onSubmit={submit} noValidate>
      <input
        // The field was asked for by a press just now; the shopper's next act is to type in it.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        inputMode="numeric"
        aria-label={t.price.otherDays}
        aria-describedby={hint}
        aria-invalid={!possible}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="h-8 w-16 rounded-control border border-edge bg-surface px-2 text-small tabular-nums"
      />
      <Button type="submit" disabled={!possible}>
        {t.price.apply}
      </Button>
      <span id={hint} className={`text-tiny ${possible ? 'text-soft' : 'text-bad'}`}>
        {range.max !== undefined && wanted > range.max ? t.price.longest(range.max) : t.price.shortest(range.min)}
      </span>
    </form>
  );
}
