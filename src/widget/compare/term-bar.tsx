import { lazy, Suspense, useState } from 'react';
import { lengthWords, type Terms, UNIT_DAYS } from '../cards/item/terms.ts';
import { useLanguage } from '../i18n/language.ts';
import { Chip } from '../ui/chip.tsx';

const OtherTerm = lazy(() => import('../cards/item/other-term.tsx'));

interface TermBarProps {
  readonly terms: Terms;
  /** Undefined where no length has been chosen yet. */
  readonly days: number | undefined;
  readonly onDays: (days: number) => void;
}

/** Rental lengths for all columns at once. Unlike the picker of one item it may stand without a choice. */
export function TermBar({ terms, days, onDays }: TermBarProps) {
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
      <fieldset aria-label={t.price.term(unit)} className="cmp-terms">
        <span aria-hidden="true" className="cmp-place">
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
