import type { Item } from '../../protocol/item.ts';
import type { Term } from '../catalog/engine.ts';
import type { Evidence } from '../guard/evidence.ts';
import type { Conversation, ConversationStore } from '../runs/conversations.ts';
import { StoreDown } from '../store-down.ts';
import type { SearchFound, ToolResult } from '../tools/tool.ts';
import { outsideTextsOf } from './outside-texts.ts';
import type { EvidenceState } from './turn-state.ts';

/** Tools whose results of earlier turns are still evidence for amounts and promises. */
const EVIDENCE_TOOLS: ReadonlySet<string> = new Set(['knowledge_search', 'order_query', 'logistics_query']);

/** Ledger items of earlier turns that are read again for their amounts; older ones may still be shown as cards. */
const REMEMBERED_ITEMS = 120;

/**
 * The ledger of one conversation while a turn runs (guard contract G1), and the rest of the evidence the guard judges
 * with. Ids enter through {@link admit} alone, which only a successful
 * `search_db` and a confirmed look-up of the page's own items reach.
 */
export class TurnEvidence implements Evidence {
  readonly shown = { items: new Set<string>(), videos: new Set<string>(), visibleBytes: 0 };
  /** As the search returned them: a card made later is compared with this to mark a changed price. */
  readonly items = new Map<string, Item>();
  readonly #ids: Set<string>;
  readonly #conversation_id: string;
  readonly #store: ConversationStore;
  readonly #shopper: string[];
  readonly #days = new Set<number>();
  readonly #passages: string[] = [];
  readonly #naming: string[] = [];
  readonly #outside: string[] = [];
  readonly #calls = { called: 0, succeeded: 0 };
  #brands: readonly string[] = [];
  /** Ids that entered the ledger in this turn. */
  readonly #admitted = new Set<string>();

  constructor(conversation: Conversation, message: string, store: ConversationStore, before?: EvidenceState) {
    this.#conversation_id = conversation.id;
    this.#store = store;
    this.#ids = new Set(conversation.ledger);
    this.#shopper = [...conversation.turns.map((turn) => turn.message.text), message];
    for (const turn of conversation.turns) {
      this.#outside.push(...outsideTextsOf(turn.history));
      for (const message of turn.history)
        if (message.role === 'tool' && message.ok) {
          if (EVIDENCE_TOOLS.has(message.name)) this.#passages.push(message.text);
          // A search repeats its arguments, which are the model's own words.
          if (message.name !== 'search_db') this.#naming.push(message.text);
        }
    }
    const days = conversation.search_state?.arguments.rental_days;
    if (days !== undefined) this.#days.add(days);
    if (before) this.#restore(before);
  }

  /** Ids that entered the ledger in this turn, for the conversation. */
  get admitted(): readonly string[] {
    return [...this.#admitted];
  }

  /** What this turn has found so far, for whoever goes on with it. */
  get state(): EvidenceState {
    const { items, videos, visibleBytes } = this.shown;
    return {
      admitted: this.admitted,
      shown: { items: [...items], videos: [...videos], visibleBytes },
      days: [...this.#days],
      passages: [...this.#passages],
      naming: [...this.#naming],
      outside: [...this.#outside],
      calls: { ...this.#calls },
    };
  }

  #restore({ admitted, shown, days, passages, naming, outside, calls }: EvidenceState): void {
    for (const id of admitted) {
      this.#ids.add(id);
      this.#admitted.add(id);
    }
    for (const id of shown.items) this.shown.items.add(id);
    for (const id of shown.videos) this.shown.videos.add(id);
    this.shown.visibleBytes = shown.visibleBytes;
    for (const day of days) this.#days.add(day);
    this.#passages.splice(0, Number.POSITIVE_INFINITY, ...passages);
    this.#naming.splice(0, Number.POSITIVE_INFINITY, ...naming);
    this.#outside.splice(0, Number.POSITIVE_INFINITY, ...outside);
    Object.assign(this.#calls, calls);
  }

  /** Reads the items of earlier turns and the shop's brands, so that what is said about them can be checked. */
  async recall(read: (ids: readonly string[]) => Promise<readonly Item[]>, brands: readonly Term[]): Promise<void> {
    this.#brands = brands.flatMap(({ value, labels }) => [value, ...labels]);
    const ids = [...this.#ids].slice(-REMEMBERED_ITEMS);
    if (ids.length === 0) return;
    for (const item of await read(ids)) this.items.set(item.id, item);
  }

  /**
   * Enters items into the ledger; resolves when the conversation has them too. Where the conversations cannot be reached the turn
   * goes on with its own: they enter with its end, or never, and then no later turn may show them.
   */
  async admit(items: readonly Item[]): Promise<void> {
    for (const item of items) {
      this.#ids.add(item.id);
      this.#admitted.add(item.id);
      this.items.set(item.id, item);
    }
    if (items.length === 0) return;
    try {
      await this.#store.change(this.#conversation_id, { ledger_add: items.map((item) => item.id) });
    } catch (error) {
      if (!(error instanceof StoreDown)) throw error;
    }
  }

  /** Enters what a successful search returned. */
  async record(found: SearchFound): Promise<void> {
    if (found.arguments.rental_days !== undefined) this.#days.add(found.arguments.rental_days);
    await this.admit(found.items);
  }

  /** Texts that tools other than the search returned: passages, and sums of the shopper's own orders. */
  addTexts(texts: Iterable<string>): void {
    this.#passages.push(...texts);
  }

  /** Takes note of a call of this turn that came back. */
  returned(name: string, { ok, text, outside }: Pick<ToolResult, 'ok' | 'text' | 'outside'>): void {
    this.#calls.called += 1;
    if (!ok) return;
    this.#calls.succeeded += 1;
    if (name !== 'search_db') this.#naming.push(text);
    if (outside !== undefined) this.#outside.push(outside);
  }

  turnCalls(): { readonly called: number; readonly succeeded: number } {
    return this.#calls;
  }
  brands(): Iterable<string> {
    return this.#brands;
  }
  namingTexts(): Iterable<string> {
    return this.#naming;
  }
  outsideTexts(): Iterable<string> {
    return this.#outside;
  }
  inLedger(id: string): boolean {
    return this.#ids.has(id);
  }
  ledgerItems(): Iterable<Item> {
    return this.items.values();
  }
  passages(): Iterable<string> {
    return this.#passages;
  }
  shopperTexts(): Iterable<string> {
    return this.#shopper;
  }
  rentalDays(): Iterable<number> {
    return this.#days;
  }
}
