/** A Markdown file as its two parts. */
export interface FrontMatter {
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
}

const BLOCK = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const LINE = /^([a-z_]+)[ \t]*:[ \t]*(.*)$/;

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;

/**
 * Reads `key: value` lines between two lines of `---`. One value a line is all that passages need; YAML would bring
 * types, anchors and surprises (`no` is false, `2026-01-01` a date).
 * @returns null where the file does not begin with such a block, or a line of it is no field.
 */
export function readFrontMatter(file: string): FrontMatter | null {
  const block = BLOCK.exec(file);
  if (!block) return null;
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const line of (block[1] ?? '').split(/\r?\n/)) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, key, value] = LINE.exec(line) ?? [];
    if (key === undefined || value === undefined) return null;
    fields[key] = unquoted(value.trim());
  }
  return { fields, body: file.slice(block[0].length) };
}
