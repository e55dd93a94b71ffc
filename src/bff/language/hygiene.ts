import { displayText } from '../../protocol/display-text.ts';
import type { Item } from '../../protocol/item.ts';
import { type BlockEnd, literalEnd, machineryMarks, specialTokenBlock, tagBlockEnd } from './machinery.ts';
import { bracketTokenAt, readOpening } from './opening.ts';

const HOT = /[<＜◁[]/g;
const DROP_END = /[<>\n]/g;
const marks: ReadonlySet<string> = new Set(machineryMarks);

/**
 * A text without hidden characters (G14), without chat-template machinery and its body (G12), and without anything that
 * reads as a directive. A blank stands where something was taken out, so that its neighbours cannot join into a new tag. An
 * unclosed block loses only its tag: in a description what follows is the shop's own text. Linear time.
 */
export function cleanText(text: string): string {
  let clean = displayText(text);
  // A token taken out of the middle of another can leave a third: `<|` `<think>` `|>`.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = withoutMachinery(clean);
    if (next === clean) return clean;
    clean = next;
  }
  return clean.replace(/[<＜◁[]/g, ' ');
}

/** Text nested deeper than this was made to get through; then every mark that could begin a tag goes. */
const MAX_ROUNDS = 4;

function withoutMachinery(plain: string): string {
  HOT.lastIndex = 0;
  if (!HOT.test(plain)) return plain;
  /** Block ends that do not occur in the rest, so that no search runs to the end twice. */
  const hopeless = new Set<string>();
  let clean = '';
  let at = 0;
  HOT.lastIndex = 0;
  for (let hit = HOT.exec(plain); hit; hit = HOT.exec(plain)) {
    const end = machineryEnd(plain, hit.index, hopeless);
    if (end === null) continue;
    clean += `${plain.slice(at, hit.index)} `;
    at = end;
    HOT.lastIndex = end;
  }
  return clean + plain.slice(at);
}

/** A text for a prompt: {@link cleanText}, trimmed and cut to `maxChars` characters (code points). */
export function promptText(text: string, maxChars: number): string {
  // Nothing past the first units can matter: cleaning only shortens, and a character has at most two units.
  const clean = cleanText(text.length > maxChars * 8 ? text.slice(0, maxChars * 8) : text).trim();
  return clean.length <= maxChars ? clean : [...clean.slice(0, maxChars * 2)].slice(0, maxChars).join('').trimEnd();
}

/** End of the machinery or directive that begins at `at`; null where nothing of the kind does. */
function machineryEnd(text: string, at: number, hopeless: Set<string>): number | null {
  const bracket = bracketTokenAt(text, at, true);
  if (bracket && bracket !== 'more') {
    const end = at + bracket.token.length;
    return bracket.until ? blockEnd(text, end, literalEnd(bracket.until), hopeless) : end;
  }
  if (text[at] !== '<' && text[at] !== '＜') return null;
  const opening = readOpening(text, at, true);
  switch (opening.kind) {
    case 'directive':
    case 'variant':
    case 'closer':
      return tagEnd(text, opening.end);
    case 'stub':
      return opening.end;
    case 'machinery':
      return opening.closer || marks.has(opening.name) ? opening.end : blockEnd(text, opening.end, tagBlockEnd(opening.name), hopeless);
    case 'token': {
      const end = opening.closer ? null : specialTokenBlock(opening.token);
      return end ? blockEnd(text, opening.end, end, hopeless) : opening.end;
    }
    default:
      return null;
  }
}

function tagEnd(text: string, from: number): number {
  DROP_END.lastIndex = from;
  const hit = DROP_END.exec(text);
  if (!hit) return text.length;
  return hit[0] === '>' ? hit.index + 1 : hit.index;
}

function blockEnd(text: string, from: number, end: BlockEnd, hopeless: Set<string>): number {
  if (hopeless.has(end.pattern.source)) return from;
  const hit = end.pattern.exec(text.slice(from));
  if (hit) return from + hit.index + hit[0].length;
  hopeless.add(end.pattern.source);
  return from;
}

const cleaned = new WeakMap<Item, Item>();
/** Addresses and ids are compared and followed as they are; nothing in them is prose. */
const VERBATIM: ReadonlySet<string> = new Set([
  'id',
  'url',
  'poster',
  'captions',
  'product_id',
  'currency',
  'locale',
  'updated_at',
  'created_at',
]);

/**
 * An item as a card or a prompt may show it: every text through {@link cleanText} (G10), ids and addresses as they are. The
 * same object when nothing had to change; remembered per item object.
 */
export function cleanItem(item: Item): Item {
  let clean = cleaned.get(item);
  if (!clean) {
    clean = cleanDeep(item) as Item;
    cleaned.set(item, clean);
  }
  return clean;
}

function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  let changed = false;
  const entries = Object.entries(value).map(([key, inner]) => {
    const clean = VERBATIM.has(key) && typeof inner === 'string' ? inner : cleanDeep(inner);
    if (clean !== inner) changed = true;
    return [key, clean] as const;
  });
  if (!changed) return value;
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
