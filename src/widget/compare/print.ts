import type { CompareVerdict, Comparison } from '../../protocol/compare.ts';
import { languageOf } from '../../protocol/locale.ts';
import type { CompareWords } from '../i18n/compare/dictionary.ts';

const css = `
body { font: 12px/1.45 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #000; margin: 0 }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
caption { font-size: 15px; font-weight: 600; text-align: start; padding-block-end: 8px }
th, td { border-block-end: 1px solid #bbb; padding: 5px 6px; text-align: start; vertical-align: top; overflow-wrap: anywhere }
tbody th { font-weight: 400 }
thead { display: table-header-group }
tr { break-inside: avoid }
`;

/** One element with its text. */
function add(parent: Element, tag: string, text?: string): HTMLElement {
  const element = parent.appendChild(parent.ownerDocument.createElement(tag));
  if (text !== undefined) element.textContent = text;
  return element;
}

/** The whole comparison as a plain page: every row, folded or not, and nothing to press. */
export function writePage(
  page: Document,
  { items, rows, note }: Comparison,
  verdict: CompareVerdict | undefined,
  words: CompareWords,
): void {
  const table = add(page.body, 'table');
  add(table, 'caption', words.title);
  const head = add(add(table, 'thead'), 'tr');
  add(head, 'td');
  for (const item of items) add(head, 'th', item.title).setAttribute('scope', 'col');
  const body = add(table, 'tbody');
  for (const row of rows) {
    const line = add(body, 'tr');
    add(line, 'th', row.label).setAttribute('scope', 'row');
    for (const [at, cell] of row.cells.entries())
      add(line, 'td', `${cell?.text ?? words.notStated}${row.best === at && row.best_label ? ` (${row.best_label})` : ''}`);
  }
  for (const text of [...(verdict?.sentences.map((sentence) => sentence.text) ?? []), ...(note ? [note] : [])]) add(page.body, 'p', text);
}

/** Prints a comparison alone, without the shop's page around it, from a frame that goes when it is done. */
export function printComparison(
  comparison: Comparison,
  verdict: CompareVerdict | undefined,
  words: CompareWords,
  { document, locale }: { readonly document: Document; readonly locale: string },
): void {
  const frame = document.createElement('iframe');
  frame.title = words.title;
  frame.style.cssText = 'position:fixed;inset:auto;width:0;height:0;border:0;visibility:hidden';
  document.body.append(frame);
  const window = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!window) {
    frame.remove();
    return;
  }
  const page = window.document;
  page.documentElement.lang = languageOf(locale) === 'zh' ? 'zh-CN' : 'en';
  page.title = words.title;
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [sheet];
  writePage(page, comparison, verdict, words);
  window.addEventListener('afterprint', () => frame.remove(), { once: true });
  window.print();
}
