import { useWidget, type Widget } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';
import type { Picked } from '../stores/ui-store.ts';
import { trayWords } from './words.ts';

/** The tray empties, the panel opens and the comparison is asked for. */
export function compareInChat({ ui, conversation }: Widget, locale: string, picked: readonly Picked[]): void {
  ui.getState().clearCompared();
  ui.getState().setOpen(true);
  conversation.getState().compare(trayWords(locale).question(picked.map(({ title }) => title)), { ids: picked.map(({ id }) => id) });
}

/** Compares what is in the tray: in the place that the shop's page has for it, else in the chat. */
export function useStart(): () => void {
  const { locale } = useLanguage();
  const widget = useWidget();
  return () => {
    const { compared, compareHere } = widget.ui.getState();
    widget.host.emit('compare', { ids: compared.map(({ id }) => id) });
    if (compareHere) compareHere(compared);
    else compareInChat(widget, locale, compared);
  };
}
