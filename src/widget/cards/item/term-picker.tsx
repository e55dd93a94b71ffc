import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { Chip } from '../../ui/chip.tsx';
import { lengthWords, type Terms, UNIT_DAYS } from './terms.ts';

const OtherTerm = lazy(() => import('./other-term.tsx'));

interface TermProps {
  readonly terms: Terms;
  /** Undefined where no length has been chosen yet. */
  readonly days: number | undefined;
  readonly onDays: (days: number) => void;
}

/** A row of rental lengths, for one item or a whole comparison; "other" opens a field held to what can be had. */
export function TermPicker({ terms, days, onDays }: TermProps) {
  const language = useLanguage();
  const { t } = language;
  const [editing, setEditing] = useState(false);
  const { unit, common } = terms;
  const own = days !== undefined && !common.includes(days);
  const choose = (chosen: number): void => {
    setEditing(false);
    onDays(chosen);
  };
  return (
    <>
      <fieldset aria-label={t.price.term(unit)} className="flex flex-wrap items-center gap-1">
        <span aria-hidden="true" className="me-0.5 text-small text-soft @max-[280px]:hidden">
          {t.price.term(unit)}
        </span>
        {common.map((term) => (
          <Chip key={term} dense chosen={term === days} aria-label={lengthWords(unit, term, language)} onClick={() => choose(term)}>
            {term / UNIT_DAYS[unit]}
          </Chip>
        ))}
        <Chip dense chosen={own} aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {own ? lengthWords(unit, days, language) : t.price.otherTerm}
        </Chip>
      </fieldset>
      {editing && (
        <Suspense>
          <OtherTerm terms={terms} days={days ?? common[0] ?? terms.min} onDays={choose} />
        </Suspense>
      )}
    </>
  );
}
