import { useLanguage } from '../../i18n/language.ts';
import { Chip } from '../../ui/chip.tsx';
import type { Wish } from '../card-context.ts';
import { TermPicker } from './term-picker.tsx';
import { isLease, termsOf } from './terms.ts';
import type { Choice } from './use-choice.ts';

/**
 * Rent or buy, and for how long: only the choices that one of the items really offers. One row for all the cards
 * below it, so that they are always reckoned for the same wish.
 */
export function OfferChoice({ choices, onChoose }: { choices: readonly Choice[]; onChoose: (wish: Wish) => void }) {
  const { t } = useLanguage();
  const kinds = new Set(choices.flatMap(({ offers }) => offers.map(({ kind }) => kind)));
  const rented = choices.flatMap(({ offer, days, wished }) => (offer && isLease(offer) ? [{ lease: offer.lease, days, wished }] : []));
  const [first] = rented;
  if (!first && kinds.size < 2) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {kinds.size > 1 && (
        <div className="flex gap-1">
          {(['lease', 'sell'] as const).map((kind) => (
            <Chip
              key={kind}
              dense
              className="px-2.5"
              chosen={(kind === 'lease') === (first !== undefined)}
              onClick={() => onChoose({ kind })}
            >
              {kind === 'lease' ? t.price.rent : t.price.buy}
            </Chip>
          ))}
        </div>
      )}
      {first && (
        <TermPicker
          terms={termsOf(rented.map(({ lease }) => lease))}
          days={rented.find(({ days, wished }) => days === wished)?.days ?? first.days}
          onDays={(days) => onChoose({ days })}
        />
      )}
    </div>
  );
}
