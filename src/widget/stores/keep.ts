import { parseJson } from '../../protocol/shape.ts';

/** What survives a page load, per site key. Nothing is written before the shopper's first action, or without consent. */
export interface Kept {
  /** The panel stood open. */
  readonly open: boolean;
  readonly draft: string;
  readonly conversationId?: string;
  /** The turn under way: its stored body, byte for byte, and its run once the server named it. */
  readonly turn?: { readonly body: string; readonly runId?: string };
  /** The compare tray. */
  readonly compared?: readonly { readonly id: string; readonly title: string }[];
  /** Percent of the normal text size. */
  readonly textSize?: number;
}

export interface Keep {
  read(): Kept;
  /** Merges and writes; before {@link allow} it only remembers. `undefined` removes a field. */
  write(change: { readonly [K in keyof Kept]?: Kept[K] | undefined }): void;
  /** The shopper has acted: storing is allowed from here on. */
  allow(): void;
  /** Reads anew: a page back from the cache may have been followed by others in this tab. */
  reload(): Kept;
  /** Erases what is stored; storing is allowed again with the shopper's next action. */
  forget(): void;
  /** The shop says whether storing is consented to; a refusal erases what is there. */
  consent(storage: boolean): void;
}

const VERSION = 1;
const EMPTY: Kept = { open: false, draft: '' };

/** The loader reads this key to open the panel again after a page load. */
export const keepKey = (site: string): string => `aisle:${site}`;

function parse(text: string | null): Kept {
  try {
    const value = parseJson(text ?? 'null') as ({ v?: unknown } & Partial<Kept>) | null;
    if (value?.v !== VERSION) return EMPTY;
    const { open, draft, conversationId, turn, compared, textSize } = value;
    return {
      open: open === true,
      draft: typeof draft === 'string' ? draft : '',
      ...(typeof conversationId === 'string' ? { conversationId } : {}),
      ...(typeof turn?.body === 'string'
        ? { turn: { body: turn.body, ...(typeof turn.runId === 'string' ? { runId: turn.runId } : {}) } }
        : {}),
      ...(Array.isArray(compared)
        ? { compared: compared.filter((item) => typeof item?.id === 'string' && typeof item.title === 'string') }
        : {}),
      ...(typeof textSize === 'number' ? { textSize } : {}),
    };
  } catch {
    return EMPTY;
  }
}

/**
 * Keeps the state of one tab in `sessionStorage`; private windows and full disks degrade to memory.
 * @param storage called at each use: merely reading `window.sessionStorage` throws where it is blocked.
 */
export function createKeep(site: string, storage: () => Storage): Keep {
  const key = keepKey(site);
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  };
  let kept = parse(attempt((s) => s.getItem(key), null));
  let acted = kept !== EMPTY;
  let consented = true;
  const save = (): void => {
    if (acted && consented) attempt((s) => s.setItem(key, JSON.stringify({ v: VERSION, ...kept })), undefined);
  };
  const erase = (): void => attempt((s) => s.removeItem(key), undefined);
  return {
    read: () => kept,
    write: (change) => {
      kept = Object.fromEntries(Object.entries({ ...kept, ...change }).filter(([, value]) => value !== undefined)) as unknown as Kept;
      save();
    },
    allow: () => {
      acted = true;
      save();
    },
    reload: () => {
      if (acted && consented) kept = attempt((s) => parse(s.getItem(key)), kept);
      return kept;
    },
    forget: () => {
      kept = { ...EMPTY, open: kept.open };
      acted = false;
      erase();
    },
    consent: (storage_) => {
      consented = storage_;
      if (consented) save();
      else erase();
    },
  };
}
