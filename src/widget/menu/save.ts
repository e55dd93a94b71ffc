import type { Item } from '../../protocol/item.ts';
import { cardWords } from '../i18n/cards/card-words.ts';
import { compareWords } from '../i18n/compare/compare-words.ts';
import type { Language } from '../i18n/language.ts';
import type { Answer, Block, Conversation } from '../stores/model.ts';
import { type MenuWords, menuWords } from './words.ts';

type Part = Extract<Block, { kind: 'part' }>['part'];

/** A cell of a Markdown table: its own separators would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** What an item costs, in one line; nothing where the shop has to be asked. */
function price({ offers }: Item, { money, t }: Language): string {
  return offers
    .map(({ price, lease }) => {
      if (!lease) return money(price);
      const { count, unit } = lease.billing_period;
      const rate = `${money(price)}${count === 1 ? t.price.per[unit] : t.price.perMany(count, unit)}`;
      return lease.deposit ? `${rate} (${t.price.deposit(money(lease.deposit.amount))})` : rate;
    })
    .join(' · ');
}

const itemLine = (item: Item, language: Language, reason?: string): string =>
  `- **${item.title}**${[price(item, language), reason].map((said) => (said ? ` · ${said}` : '')).join('')}`;

function partLines(part: Part, language: Language): string {
  const { t, money } = language;
  const words = cardWords(language.locale);
  switch (part.type) {
    case 'data-itemCard':
      return itemLine(part.data.item, language, part.data.reason);
    case 'data-moreItems':
      return part.data.preview.map((item) => itemLine(item, language)).join('\n');
    case 'data-askCard':
      return [part.data.question, '', ...part.data.options.map(({ label }) => `- ${label}`)].join('\n');
    case 'data-compareTable': {
      const { items, rows, note } = part.data;
      const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
      const table = [
        line(['', ...items.map(({ title }) => title)]),
        line(['---', ...items.map(() => '---')]),
        ...rows.map(({ label, cells }) => line([label, ...cells.map((one) => one?.text ?? compareWords(language.locale).notStated)])),
      ].join('\n');
      return note ? `${table}\n\n${note}` : table;
    }
    case 'data-bundleCard': {
      const { title, members, totals } = part.data;
      const sums = [
        totals.price && `${words.bundle.price}: ${money(totals.price)}`,
        totals.rent &&
          `${words.bundle.rent(totals.days === undefined ? undefined : t.price.length(totals.days, 'day'))}: ${money(totals.rent)}`,
        totals.deposit && `${words.bundle.deposit}: ${money(totals.deposit)}`,
      ].filter((sum) => sum !== undefined);
      return [`**${title}**`, '', ...members.map(({ item, quantity }) => `- ${item.title} × ${quantity}`), '', ...sums].join('\n');
    }
    case 'data-videoCard':
      return `- ${part.data.title}`;
    case 'data-orderCard': {
      const { id, lines, total } = part.data.order;
      return [words.order.title(id), '', ...lines.map(({ title, quantity }) => `- ${title} × ${quantity}`), '', money(total)].join('\n');
    }
    case 'data-trackingCard':
      return part.data.events.map(({ at, text }) => `- ${language.moment(at)} ${text}`).join('\n');
    case 'data-notice':
      return `> ${part.data.text}`;
    // The verdict's sentences are the text before it.
    case 'data-compareVerdict':
    case 'data-suggestions':
      return '';
  }
}

function answerText(answer: Answer, language: Language): string {
  const pieces = answer.blocks.map((block) => {
    if (block.kind === 'text') return block.text.trim();
    if (block.kind === 'part') return partLines(block.part, language);
    if (block.kind !== 'source') return '';
    const { source } = block;
    return source.type === 'source-url' ? `- [${source.title ?? source.url}](${source.url})` : `- ${source.title}`;
  });
  return pieces.filter((piece) => piece !== '').join('\n\n');
}

/**
 * A conversation as Markdown that also reads well as plain text.
 * @param at the moment it is saved, ISO 8601.
 */
export function conversationText({ messages, notes }: Conversation, shop: string, language: Language, at: string): string {
  const words: MenuWords = menuWords(language.locale);
  const said = messages.map((message) =>
    message.role === 'shopper'
      ? `## ${words.shopper}\n\n${message.text}`
      : `## ${words.adviser}\n\n${answerText(message, language) || (message.fault ? language.t.fault[message.fault.code] : language.t.state.stopped)}`,
  );
  const noted = notes.length > 0 ? [`## ${words.notes}\n\n${notes.map(({ label, value }) => `- ${label}: ${value}`).join('\n')}`] : [];
  const head = `# ${words.fileTitle(shop)}\n\n${words.savedAt(language.moment(at))} ${words.pricesMayChange}`;
  return `${[head, ...said, ...noted].join('\n\n')}\n`;
}

/** Hands the conversation to the browser as a download. */
export function saveConversation(conversation: Conversation, shop: string, language: Language): void {
  const at = new Date().toISOString();
  const file = new Blob([conversationText(conversation, shop, language, at)], { type: 'text/markdown;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${menuWords(language.locale).fileName}-${at.slice(0, 10)}.md`;
  link.click();
  // A busy browser may look at the address some time after the press.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
