import { type Language, languageOf } from '../../protocol/locale.ts';

/** Words of what collects items for a comparison: toggles and tray. The table brings its own (`i18n/compare`). */
export interface TrayWords {
  readonly title: string;
  readonly count: (count: number) => string;
  readonly start: string;
  readonly clear: string;
  readonly oneMore: string;
  /** Said when a seventh item is picked. */
  readonly full: string;
  /** What the shopper says by pressing "compare". */
  readonly question: (titles: readonly string[]) => string;
}

const words: Readonly<Record<Language, TrayWords>> = {
  en: {
    title: 'Comparison',
    count: (count) => (count === 1 ? '1 item to compare' : `${count} items to compare`),
    start: 'Compare',
    clear: 'Clear',
    oneMore: 'Pick one more',
    full: 'Six is the most that fits side by side. Take one out first.',
    question: (titles) => `Compare ${titles.join(', ')}`,
  },
  zh: {
    title: '对比',
    count: (count) => `已选 ${count} 件对比`,
    start: '开始对比',
    clear: '清空',
    oneMore: '再选一件',
    full: '最多同时对比 6 件，先移出一件再加。',
    question: (titles) => `对比一下：${titles.join('、')}`,
  },
};

/** @param locale BCP 47. */
export const trayWords = (locale: string): TrayWords => words[languageOf(locale)];
