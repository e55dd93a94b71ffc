import { useLanguage } from '../i18n/language.ts';
import { QuietLine } from '../ui/quiet-line.tsx';

/** Stands for what this build cannot show. */
export function UnknownPart() {
  const { t } = useLanguage();
  return <QuietLine>{t.unknownPart}</QuietLine>;
}
