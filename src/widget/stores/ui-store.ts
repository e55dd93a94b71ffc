import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageContext } from '../../protocol/chat.ts';
import type { ThemeTokens } from '../../protocol/host.ts';
import type { Wish } from '../cards/card-context.ts';
import type { Keep } from './keep.ts';

/** Text sizes the shopper may choose, percent. */
export const TEXT_SIZES = [100, 115, 130] as const;
/** A comparison holds at most six. */
export const MAX_COMPARED = 6;

/** An item waiting in the compare tray. */
export interface Picked {
  readonly id: string;
  readonly title: string;
}

export interface UiState {
  readonly open: boolean;
  readonly draft: string;
  readonly theme: ThemeTokens;
  readonly page: PageContext;
  readonly compared: readonly Picked[];
  /** The last pick found the tray full. */
  readonly trayFull: boolean;
  /** What the shopper chose last on any card, and what in each answer, by run. */
  readonly chosen: Wish;
  readonly chosenIn: Readonly<Record<string, Wish>>;
  /** Takes a comparison to the page's own place for it; present where the page has one (`elements/page-comparison.tsx`). */
  readonly compareHere?: ((picked: readonly Picked[]) => void) | undefined;
  /** Ids of what stands side by side there. */
  readonly comparedHere?: readonly string[] | undefined;
  setOpen(open: boolean): void;
  setDraft(draft: string): void;
  setTheme(theme: ThemeTokens): void;
  setTextSize(percent: number): void;
  setPage(page: PageContext): void;
  toggleCompared(item: Picked): void;
  clearCompared(): void;
  choose(runId: string | undefined, wish: Wish): void;
  /** What another page of this tab left behind, once this one is back from the cache. */
  reload(): void;
  /** Drops everything but how the panel looks. */
  forget(): void;
}
export type UiStore = StoreApi<UiState>;

/** Interaction state of one mounted widget. What the server knows is not in it. */
export function createUiStore(keep: Keep): UiStore {
  const kept = keep.read();
  return createStore<UiState>()((set, get) => ({
    open: kept.open,
    draft: kept.draft,
    theme: kept.textSize === undefined ? {} : { textSize: kept.textSize },
    page: {},
    compared: kept.compared ?? [],
    trayFull: false,
    chosen: {},
    chosenIn: {},
    setOpen: (open) => {
      if (get().open === open) return;
      set({ open });
      keep.write({ open });
    },
    setDraft: (draft) => {
      set({ draft });
      keep.write({ draft });
      if (draft !== '') keep.allow();
    },
    setTheme: (theme) => {
      // The shopper's own text size comes before the shop's.
      const { textSize } = keep.read();
      set({ theme: { ...get().theme, ...theme, ...(textSize === undefined ? {} : { textSize }) } });
    },
    setTextSize: (textSize) => {
      set({ theme: { ...get().theme, textSize } });
      keep.write({ textSize });
    },
    setPage: (page) => set({ page }),
    toggleCompared: (item) => {
      const { compared } = get();
      const rest = compared.filter((other) => other.id !== item.id);
      const taken = rest.length < compared.length;
      const trayFull = !taken && compared.length >= MAX_COMPARED;
      set({ trayFull, ...(trayFull ? {} : { compared: taken ? rest : [...compared, item] }) });
      keep.write({ compared: get().compared });
      keep.allow();
    },
    clearCompared: () => {
      set({ compared: [], trayFull: false });
      keep.write({ compared: undefined });
    },
    choose: (runId, wish) => {
      const { chosen, chosenIn } = get();
      const key = runId ?? '';
      set({ chosen: { ...chosen, ...wish }, chosenIn: { ...chosenIn, [key]: { ...chosenIn[key], ...wish } } });
    },
    reload: () => {
      const { open, draft, compared = [] } = keep.reload();
      set({ open, draft, compared });
    },
    forget: () => set({ draft: '', compared: [], trayFull: false, chosen: {}, chosenIn: {} }),
  }));
}
