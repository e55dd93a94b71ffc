import { useEffect, useState } from 'react';
import { useTheme } from '../app/use-theme.ts';
import { useWidget } from '../app/widget-context.ts';
import { useCompareWords } from '../i18n/compare/compare-words.ts';
import { useLanguage } from '../i18n/language.ts';
import type { Picked } from '../stores/ui-store.ts';
import { trayWords } from '../tray/words.ts';
import { QuietLine } from '../ui/quiet-line.tsx';
import { PageComparison } from './page-comparison.tsx';

interface Props {
  readonly root: HTMLElement;
  readonly days: number | undefined;
  /** What was pressed before this was here. */
  readonly takePressed: () => readonly Picked[] | undefined;
}

/**
 * The content of `<aisle-compare items="tray">`: what the shopper picked, once they press "compare" in the tray. They asked for
 * it, so the verdict is asked for at once.
 */
export function TrayComparison({ root, days, takePressed }: Props) {
  const { locale } = useLanguage();
  const words = useCompareWords();
  const { ui, conversation } = useWidget();
  const [picked, setPicked] = useState<readonly Picked[]>();
  useTheme(root, true);
  useEffect(() => {
    ui.setState({ comparedHere: picked?.map(({ id }) => id) });
  }, [picked, ui]);
  useEffect(() => {
    root.tabIndex = -1;
    const compareHere = (next: readonly Picked[]): void => {
      setPicked(next);
      const ids = next.map(({ id }) => id);
      conversation
        .getState()
        .compare(trayWords(locale).question(next.map(({ title }) => title)), { ids, ...(days === undefined ? {} : { days }) });
      // Where the shopper looks and listens is where the table comes.
      root.focus({ preventScroll: true });
      const { host } = root.getRootNode() as ShadowRoot;
      host.scrollIntoView({ block: 'start' });
    };
    ui.setState({ compareHere });
    const waiting = takePressed();
    if (waiting) compareHere(waiting);
    return () => ui.setState({ compareHere: undefined, comparedHere: undefined });
  }, [root, days, takePressed, ui, conversation, locale]);

  if (!picked) return <QuietLine icon="compare">{words.invite}</QuietLine>;
  const remove = (id: string): void => {
    const gone = picked.find((each) => each.id === id);
    if (gone && ui.getState().compared.some((each) => each.id === id)) ui.getState().toggleCompared(gone);
    setPicked(picked.filter((each) => each.id !== id));
  };
  return <PageComparison root={root} ids={picked.map(({ id }) => id)} days={days} onRemove={remove} />;
}
