import type { CompareVerdict, Comparison } from '../../protocol/compare.ts';
import type { CompareWords } from '../i18n/compare/dictionary.ts';

/**
 * A comparison as plain text: a line for each row, its cells parted by tabs, so that it reads in a message and falls into
 * columns in a spreadsheet. What a cell holds keeps no tab or line break of its own.
 */
export function asText({ items, rows, note }: Comparison, verdict: CompareVerdict | undefined, words: CompareWords): string {
  const line = (...cells: readonly string[]): string => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t');
  const told = rows.map((row) =>
    line(
      row.label,
      ...row.cells.map((cell, at) => `${cell?.text ?? words.notStated}${row.best === at && row.best_label ? ` (${row.best_label})` : ''}`),
    ),
  );
  const said = verdict ? ['', ...verdict.sentences.map(({ text }) => text)] : [];
  return [line(words.title, ...items.map((item) => item.title)), ...told, ...(note ? ['', note] : []), ...said].join('\n');
}
