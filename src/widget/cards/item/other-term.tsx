import { type FormEvent, useId, useState } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { allows, lengthWords, type Terms, UNIT_DAYS } from './terms.ts';

interface OtherTermProps {
  readonly terms: Terms;
  /** Shown first. */
  readonly days: number;
  readonly onDays: (days: number) => void;
}

/** A field for a length that no chip has; says what can be had, and takes nothing else. */
export default function OtherTerm({ terms, days, onDays }: OtherTermProps) {
  const language = useLanguage();
  const { t } = language;
  const { unit, min, max } = terms;
  const [text, setText] = useState(String(Math.ceil(days / UNIT_DAYS[unit])));
  const hint = useId();
  const wanted = Number(text) * UNIT_DAYS[unit];
  const possible = Number.isInteger(wanted) && allows(terms, wanted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (possible) onDays(wanted);
  };
  return (
    <form className="flex w-full flex-wrap items-center gap-2" onSubmit={submit} noValidate>
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
        className="h-9 w-16 rounded-control border border-edge bg-surface px-2 text-small tabular-nums touch:h-11 phone:text-[max(16px,calc(15px*var(--aisle-scale)))]"
      />
      <Button type="submit" disabled={!possible}>
        {t.price.apply}
      </Button>
      <span id={hint} className={`text-tiny ${possible ? 'text-soft' : 'text-bad'}`}>
        {max !== undefined && wanted > max
          ? t.price.longest(lengthWords(unit, max, language))
          : t.price.shortest(lengthWords(unit, min, language))}
      </span>
    </form>
  );
}
