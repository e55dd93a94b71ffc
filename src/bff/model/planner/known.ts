import * as v from 'valibot';
import type { ModelMessage } from '../port.ts';
import { foldText } from './read/passage.ts';

/** An item that a tool of this conversation named, by what its text says. Data of earlier turns is not kept, texts are. */
export interface KnownItem {
  readonly id: string;
  readonly title: string;
  readonly brand?: string | undefined;
  readonly model?: string | undefined;
}

const itemSchema = v.object({ id: v.string(), title: v.string(), brand: v.optional(v.string()), model: v.optional(v.string()) });
const textSchema = v.union([v.object({ items: v.array(itemSchema) }), itemSchema]);
const NAMING: ReadonlySet<string> = new Set(['search_db', 'get_item', 'compare_items']);

/** Items named by the tools so far, the latest last, each once. */
export function knownItems(messages: readonly ModelMessage[]): KnownItem[] {
  const known = new Map<string, KnownItem>();
  for (const message of messages) {
    if (message.role !== 'tool' || !message.ok || !NAMING.has(message.name)) continue;
    for (const item of itemsOf(message.text)) {
      // A comparison names less of an item than the search before it did.
      const named = { ...known.get(item.id), ...item };
      known.delete(item.id);
      known.set(item.id, named);
    }
  }
  return [...known.values()];
}

function itemsOf(text: string): KnownItem[] {
  try {
    const parsed = v.safeParse(textSchema, JSON.parse(text));
    if (!parsed.success) return [];
    return 'items' in parsed.output ? parsed.output.items : [parsed.output];
  } catch {
    return [];
  }
}

/**
 * The known item a name means: by its model, or words of its title, the one shown last where several fit.
 * @param name as the shopper wrote it.
 */
export function itemNamed(name: string, known: readonly KnownItem[], shown: readonly string[]): KnownItem | null {
  const wanted = foldText(name);
  const score = (item: KnownItem): number => {
    const title = foldText(item.title);
    const model = item.model === undefined ? '' : foldText(item.model);
    const fits = (model !== '' && holdsWord(wanted, model)) || (wanted.length > 2 && title.includes(wanted)) || wanted.includes(title);
    return fits ? (shown.includes(item.id) ? 2 : 1) * 100 + model.length : 0;
  };
  return known.reduce<KnownItem | null>((best, item) => (score(item) > 0 && (!best || score(item) >= score(best)) ? item : best), null);
}

/** Whether a text has a name as a word of its own: X3 is not in X30. */
export function holdsWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, behind] = [text[at - 1] ?? '', text[at + name.length] ?? ''];
    const joins = (a: string, b: string | undefined): boolean => /[a-z\d]/.test(a) && /[a-z\d]/.test(b ?? '');
    if (!joins(before, name[0]) && !joins(behind, name.at(-1))) return true;
  }
  return false;
}
