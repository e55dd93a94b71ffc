import { useLanguage } from '../i18n/language.ts';
import { useConversation, useUi, useWidget } from './widget-context.ts';

/** Takes what is in the tray into the chat: the tray empties, the panel opens, and the comparison is asked for. */
export function useComparison(): () => void {
  const { t } = useLanguage();
  const { host, ui } = useWidget();
  const ask = useConversation((state) => state.ask);
  const clear = useUi((state) => state.clearCompared);
  return () => {
    const picked = ui.getState().compared;
    const compare = picked.map(({ id }) => id);
    clear();
    ui.getState().setOpen(true);
    host.emit('compare', { ids: compare });
    ask(t.compare.question(picked.map(({ title }) => title).join(t.separator)), { compare });
  };
}
