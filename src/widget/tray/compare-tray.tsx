import { useUi } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';
import type { Picked } from '../stores/ui-store.ts';
import { Button } from '../ui/button.tsx';
import { useStart } from './start.ts';
import { trayWords } from './words.ts';

const sameItems = (picked: readonly Picked[], shown: readonly string[] | undefined): boolean =>
  shown?.length === picked.length && picked.every(({ id }) => shown.includes(id));

/**
 * What was picked for a comparison, on cards and on the shop's pages; gone when nothing is.
 * @param alone it stands by the launcher, not in the panel.
 */
export default function CompareTray({ alone = false }: { alone?: boolean }) {
  const words = trayWords(useLanguage().locale);
  const picked = useUi((state) => state.compared);
  const full = useUi((state) => state.trayFull);
  const clear = useUi((state) => state.clearCompared);
  const start = useStart();
  const shown = useUi((state) => state.comparedHere);
  // What stands side by side on the page already needs no invitation.
  if (picked.length === 0 || (!full && sameItems(picked, shown))) return null;
  return (
    <section
      aria-label={words.title}
      className={`flex animate-appear items-center gap-2 rounded-card py-1.5 ps-3 pe-1.5 text-small ${alone ? 'border border-line bg-surface text-ink' : 'mx-3 mt-2 bg-raised'}`}
    >
      <span role="status" className="min-w-0 flex-1">
        {full ? words.full : words.count(picked.length)}
      </span>
      <Button look="plain" onClick={clear}>
        {words.clear}
      </Button>
      <Button look="primary" disabled={picked.length < 2} onClick={start}>
        {picked.length < 2 ? words.oneMore : words.start}
      </Button>
    </section>
  );
}
