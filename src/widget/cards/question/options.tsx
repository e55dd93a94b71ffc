import { useState } from 'react';
import type { AskCardData } from '../../../protocol/parts.ts';
import { useCardWords } from '../../i18n/cards/card-words.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Chip } from '../../ui/chip.tsx';
import { OtherAnswer } from './other-answer.tsx';

/** Past this many, the first ones show and the others are found by typing or unfolded. */
const MANY = 12;
const SHOWN_OF_MANY = 8;

interface OptionsProps {
  readonly options: AskCardData['options'];
  readonly answered: boolean;
  /** Whether an option is a state that is on or off, rather than an act. */
  readonly toggles: boolean;
  readonly isChosen: (label: string) => boolean;
  readonly onPress: (label: string) => void;
}

/** The options as chips. What was answered shows first the choice itself, however many there were. */
export function Options({ options, answered, toggles, isChosen, onPress }: OptionsProps) {
  const { number } = useLanguage();
  const { question: words } = useCardWords();
  const [unfolded, setUnfolded] = useState(false);
  const [wanted, setWanted] = useState('');
  const many = options.length > MANY;
  const folded = many && !unfolded;
  const matching = options.filter(({ label }) => label.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()));
  const shown = folded ? options.filter(({ label }, at) => isChosen(label) || (!answered && at < SHOWN_OF_MANY)) : matching;
  return (
    <>
      {many && unfolded && (
        <input
          type="search"
          aria-label={words.filter}
          placeholder={words.filter}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className="h-9 rounded-control border border-edge bg-surface px-3 text-small placeholder:text-soft touch:h-11 phone:text-[max(16px,calc(15px*var(--aisle-scale)))]"
        />
      )}
      <div className={`flex flex-wrap gap-2 empty:hidden ${many && unfolded ? 'aisle-scroll -m-1 max-h-60 overflow-y-auto p-1' : ''}`}>
        {shown.map(({ id, label, count }) => (
          <Chip
            key={id}
            disabled={answered}
            className="max-w-full"
            {...(toggles ? { chosen: isChosen(label) } : {})}
            onClick={() => onPress(label)}
          >
            <span dir="auto" className="min-w-0 wrap-anywhere">
              {label}
            </span>
            {count !== undefined && !answered && (
              <span className="text-tiny font-normal text-soft tabular-nums">
                <span aria-hidden="true">{number(count)}</span>
                <span className="sr-only">{words.count(number(count))}</span>
              </span>
            )}
          </Chip>
        ))}
        {folded && !answered && (
          <Chip className="text-accent-ink" aria-expanded={false} onClick={() => setUnfolded(true)}>
            {words.showAll(number(options.length))}
          </Chip>
        )}
        {!answered && !unfolded && <OtherAnswer only={options.length === 0} />}
        {unfolded && shown.length === 0 && <p className="text-small text-soft">{words.noMatch}</p>}
      </div>
      {!answered && unfolded && <OtherAnswer />}
    </>
  );
}
