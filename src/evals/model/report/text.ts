/** Rows as text, columns as wide as their widest cell; a Han character is two columns wide. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const wide = (text: string): number =>
    [...text].reduce((sum, character) => sum + (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u.test(character) ? 2 : 1), 0);
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, wide(cell));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - wide(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
