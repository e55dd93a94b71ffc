import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { QuietLine } from '../ui/quiet-line.tsx';
import { fetchAgain } from './late-card.tsx';

/** Stands for a card that broke or did not load; the rest of the answer is whole. */
export function CardFailed({ again }: { again: () => void }) {
  const { t } = useLanguage();
  return (
    <div className="flex items-center gap-3 rounded-card border border-line p-2 ps-3">
      <div className="flex-1">
        <QuietLine tone="warn">{t.cardFailed}</QuietLine>
      </div>
      <Button
        onClick={() => {
          fetchAgain();
          again();
        }}
      >
        {t.retry}
      </Button>
    </div>
  );
}
