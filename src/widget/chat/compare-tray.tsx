import { useConversation, useUi, useWidget } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';

/** What was picked for a comparison, above the composer; gone when nothing is. */
export default function CompareTray() {
  const { t } = useLanguage();
  const { host } = useWidget();
  const picked = useUi((state) => state.compared);
  const clear = useUi((state) => state.clearCompared);
  const ask = useConversation((state) => state.ask);
  if (picked.length === 0) return null;
  const start = (): void => {
    const compare = picked.map(({ id }) => id);
    clear();
    host.emit('compare', { ids: compare });
    ask(t.compare.question(picked.map(({ title }) => title).join(t.question.separator)), { compare });
  };
  return (
    <div className="mx-3 mt-2 flex animate-appear items-center gap-2 rounded-card bg-raised py-1.5 ps-3 pe-1.5 text-small">
      <span className="flex-1">{t.compare.tray(picked.length)}</span>
      <Button look="plain" onClick={clear}>
        {t.compare.clear}
      </Button>
      <Button look="primary" disabled={picked.length < 2} onClick={start}>
        {picked.length < 2 ? t.compare.oneMore : t.compare.start}
      </Button>
    </div>
  );
}
