import type { Comparison } from '../../../../protocol/compare.ts';
import { type Item, itemType } from '../../../../protocol/item.ts';
import type { Language } from '../../../../protocol/locale.ts';
import { plainText } from './directives.ts';
import { wordsFor } from './words.ts';

/** Rows named for one item; the table holds the rest. */
const NAMED = 4;

/**
 * Two or three sentences on a comparison, from its rows alone: what each item leads in, and a winner only in what the
 * shopper named, with the figure it wins by. All others stay in the table, where each stands beside its item.
 * @param asked keys of the rows the shopper named, the likeliest first.
 */
export function verdict(comparison: Comparison, asked: readonly string[], language: Language): string {
  const words = wordsFor(language);
  const { items, rows } = comparison;
  const names = items.map((item) => shortName(item, items));
  const types = [...new Set(items.flatMap((item) => itemType(item) ?? []))].map((type) => plainText(type).toLowerCase());
  const sentences: string[] = types.length > 1 ? [words.compared.differ(types)] : [];
  const named = asked.flatMap((key) => rows.find((row) => row.key === key) ?? []);
  const decisive = named.find((row) => row.best !== undefined);
  if (decisive?.best !== undefined)
    sentences.push(words.compared.winner(names[decisive.best] ?? '', labelOf(decisive.label, language), figureOf(decisive, decisive.best)));
  else if (named[0]) sentences.push(words.compared.undecided(labelOf(named[0].label, language)));
  else if (asked.length > 0) sentences.push(words.compared.unstated);
  const leads = names.flatMap((name, at) => {
    const labels = rows.filter((row) => row.best === at && row !== decisive).map((row) => labelOf(row.label, language));
    return labels.length > 0 ? [words.compared.leads(name, words.join([...new Set(labels)].slice(0, NAMED)))] : [];
  });
  if (leads.length > 0) sentences.push(words.compared.joined(leads));
  else if (!decisive) sentences.push(words.compared.even);
  if (asked.length === 0 && leads.length > 0) sentences.push(words.compared.yours);
  return sentences.join(language === 'zh' ? '' : ' ');
}

/** The stated figure a winner wins by; amounts of money stay in the table. */
function figureOf({ key, cells }: Comparison['rows'][number], at: number): string | null {
  const text = key.startsWith('attributes.') ? cells[at]?.text : undefined;
  return text !== undefined && text.length <= 40 ? plainText(text) : null;
}

/** Model, or the title where two share one. */
function shortName(item: Item, items: readonly Item[]): string {
  const alone = item.model !== undefined && items.filter((other) => other.model === item.model).length === 1;
  return plainText(alone ? (item.model ?? '') : item.title).slice(0, 60);
}

function labelOf(label: string, language: Language): string {
  const plain = plainText(label.replace(/\s*[(（][^()（）]*[)）]/g, ''));
  return language === 'zh' ? plain : plain.charAt(0).toLowerCase() + plain.slice(1);
}
