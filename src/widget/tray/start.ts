import { useWidget } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { trayWords } from './words.ts';

/**
 * Compares what is in the tray: in the place that the shop's page has for it, else in the chat, where the tray empties, the
 * panel opens and the comparison is asked for.
 */
export function useStart(): () => void {
  const { locale } = useLanguage();
  const { host, ui, conversation } = useWidget();
  return () => {
    const { compared, compareHere, clearCompared, setOpen } = ui.getState();
    const ids = compared.map(({ id }) => id);
    host.emit('compare', { ids });
    if (compareHere) return compareHere(compared);
    clearCompared();
    setOpen(true);
    conversation.getState().compare(trayWords(locale).question(compared.map(({ title }) => title)), { ids });
  };
}
