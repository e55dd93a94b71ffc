import { useComparison } from '../app/use-comparison.ts';
import { useUi } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';

/**
 * What was picked for a comparison, on cards and on the shop's pages; gone when nothing is.
 * @param alone it stands by the launcher, not in the panel.
 */
export default function CompareTray({ alone = false }: { alone?: boolean }) {
  const { t } = useLanguage();
  const picked = useUi((state) => state.compared);
  const full = useUi((state) => state.trayFull);
  const clear = useUi((state) => state.clearCompared);
  const start = useComparison();
  if (picked.length === 0) return null;
  return (
    <section
      aria-label={t.compare.title}
      className={`flex animate-appear items-center gap-2 rounded-card py-1.5 ps-3 pe-1.5 text-small ${alone ? 'border border-line bg-surface text-ink' : 'mx-3 mt-2 bg-raised'}`}
    >
      <span role="status" className="min-w-0 flex-1">
        {full ? t.compare.full : t.compare.tray(picked.length)}
      </span>
      <Button look="plain" onClick={clear}>
        {t.compare.clear}
      </Button>
      <Button look="primary" disabled={picked.length < 2} onClick={start}>
        {picked.length < 2 ? t.compare.oneMore : t.compare.start}
      </Button>
    </section>
  );
}
