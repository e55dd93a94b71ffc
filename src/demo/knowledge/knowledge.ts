import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the demo shop's passages, one subfolder a language. */
export const demoKnowledgeFolder = fileURLToPath(new URL('.', import.meta.url));

const domains = ['internal_kb', 'xiaohongshu'] as const;

/** One text the adviser may quote: the shop's own rules and guides, or a note of the community. */
export interface DemoPassage {
  /** The same in both languages. */
  readonly id: string;
  readonly locale: string;
  readonly domain: (typeof domains)[number];
  readonly title: string;
  /** Plain paragraphs. */
  readonly text: string;
  /** ISO 8601 date. */
  readonly updated_at: string;
}

/**
 * Every passage of the demo shop in both languages, in the order of file names.
 * @throws SyntaxError naming the file whose front matter is not whole.
 */
export function demoKnowledge(): DemoPassage[] {
  return ['zh', 'en'].flatMap((language) => {
    const folder = new URL(`./${language}/`, import.meta.url);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => parsePassage(readFileSync(new URL(name, folder), 'utf8'), `${language}/${name}`));
  });
}

/**
 * A passage from Markdown with `key: value` front matter.
 * @param name where it came from, for the error.
 * @throws SyntaxError when a field is missing or the domain unknown.
 */
export function parsePassage(markdown: string, name: string): DemoPassage {
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown.replaceAll('\r\n', '\n')) ?? [];
  const fields = new Map(
    head.split('\n').map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const field = (key: string): string => {
    const value = fields.get(key);
    if (!value) throw new SyntaxError(`${name}: the front matter has no ${key}`);
    return value;
  };
  const domain = domains.find((each) => each === field('domain'));
  if (!domain) throw new SyntaxError(`${name}: the domain is one of ${domains.join(', ')}`);
  if (text.trim() === '') throw new SyntaxError(`${name}: there is no text`);
  return { id: field('id'), locale: field('locale'), domain, title: field('title'), text: text.trim(), updated_at: field('updated_at') };
}
