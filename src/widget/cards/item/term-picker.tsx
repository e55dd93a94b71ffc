import { type FormEvent, useId, useState } from 'react';
import type { Lease } from '../../../protocol/offer.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { allows, commonTerms, lengthWords, termRange, termUnit, UNIT_DAYS } from './terms.ts';

interface TermProps {
  readonly lease: Lease;
  readonly days: number;
  readonly onDays: (days: number) => void;
}

/** A row of rental lengths; "other" opens a field held to what the offer allows. */
export function TermPicker({ lease, days, onDays }: TermProps) {
  const language = useLanguage();
  const { t } = language;
  const [editing, setEditing] = useState(false);
  const unit = termUnit(lease);
  const common = commonTerms(lease);
  const own = !common.includes(days);
  const choose = (chosen: number): void => {
    setEditing(false);
    onDays(chosen);
  };
  return (
    <div className="flex flex-col gap-2">
      <fieldset aria-label={t.price.term(unit)} className="flex flex-wrap items-center gap-1">
        <span aria-hidden="true" className="me-0.5 text-tiny text-soft">
          {t.price.term(unit)}
        </span>
        {common.map((term) => (
          <Chip
            key={term}
            dense
            chosen={term === days}
            aria-label={lengthWords(lease, term, language)}
            className="min-w-7.5 justify-center tabular-nums"
            onClick={() => choose(term)}
          >
            {term / UNIT_DAYS[unit]}
          </Chip>
        ))}
        <Chip dense chosen={own} aria-expanded={editing} className="justify-center tabular-nums" onClick={() => setEditing(!editing)}>
          {own ? lengthWords(lease, days, language) : t.price.otherTerm}
        </Chip>
      </fieldset>
      {editing && <OtherTerm lease={lease} days={days} onDays={choose} />}
    </div>
  );
}

function OtherTerm({ lease, days, onDays }: TermProps) {
  const language = useLanguage();
  const { t } = language;
  const range = termRange(lease);
  const unit = termUnit(lease);
  const [text, setText] = useState(String(Math.ceil(days / UNIT_DAYS[unit])));
  const hint = useId();
  const wanted = Number(text) * UNIT_DAYS[unit];
  const possible = Number.isInteger(wanted) && allows(range, wanted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (possible) onDays(wanted);
  };
  const tooLong = range.max !== undefined && wanted > range.max;
  return (
    <form className="flex flex-wrap items-center gap-2" onSubmit={submit} noValidate>
      <input
        // The field was asked for by a press just now; the shopper's next act is to type in it.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        inputMode="numeric"
        aria-label={t.price.term(unit)}
        aria-describedby={hint}
        aria-invalid={!possible}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="h-8 w-14 rounded-control border border-edge bg-surface px-2 text-small tabular-nums"
      />
      <Button type="submit" disabled={!possible}>
        {t.price.apply}
      </Button>
      <span id={hint} className={`text-tiny ${possible ? 'text-soft' : 'text-bad'}`}>
        {tooLong
          ? t.price.longest(lengthWords(lease, range.max ?? 0, language))
          : t.price.shortest(lengthWords(lease, range.min, language))}
      </span>
    </form>
  );
}
