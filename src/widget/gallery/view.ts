import { type PanelState, panelStates } from './panel.ts';

/** What the gallery shows and how; it stands in the address, so that a view can be sent to a colleague. */
export interface View {
  readonly locale: string;
  readonly scheme: 'light' | 'dark';
  /** Of the column a card stands in, px. */
  readonly width: number;
  /** Percent of the normal text size. */
  readonly size: number;
  readonly accent: string | null;
  /** A state of the whole panel instead of cards. */
  readonly panel: PanelState | undefined;
  /** One group of cards instead of all. */
  readonly group: string | null;
  /** Without the switches, for a screenshot. */
  readonly bare: boolean;
}

/** Reads `?locale=zh-CN&scheme=dark&width=320&size=130&group=item`. */
export function readView(search: string): View {
  const query = new URLSearchParams(search);
  const number = (name: string, otherwise: number): number => Number(query.get(name)) || otherwise;
  return {
    locale: query.get('locale') ?? 'en',
    scheme: query.get('scheme') === 'dark' ? 'dark' : 'light',
    width: number('width', 400),
    size: number('size', 100),
    accent: query.get('accent'),
    panel: panelStates.find((name) => name === query.get('state')),
    group: query.get('group'),
    bare: query.has('bare'),
  };
}
