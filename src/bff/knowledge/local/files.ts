import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { KnowledgeUnusable } from '../knowledge.ts';
import { type Document, documentSchema } from './document.ts';
import { readFrontMatter } from './front-matter.ts';

/** A file or line that was passed over. */
export interface DocumentFault {
  readonly file: string;
  /** From 1; absent for a Markdown file. */
  readonly line?: number;
  readonly reason: string;
}

/** What a folder holds: good documents, and why the others are none. */
export interface Documents {
  readonly documents: readonly Document[];
  readonly faults: readonly DocumentFault[];
}

const reasonOf = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues.map((issue) => `${v.getDotPath(issue) ?? 'document'}: ${issue.message}`).join('; ');

/** Checks what one file or line says, given as an object or as the reason why there is none. */
type Source = Omit<DocumentFault, 'reason'> & { readonly given: Record<string, unknown> | string };

function markdownSource(file: string, text: string): Source {
  const parts = readFrontMatter(text);
  return {
    file,
    given: parts ? { ...parts.fields, text: parts.body } : 'the file does not begin with front matter (id, locale, domain, title)',
  };
}

function* lineSources(file: string, text: string): Generator<Source> {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    let given: Source['given'];
    try {
      given = JSON.parse(line) as Record<string, unknown>;
    } catch {
      given = 'the line is not JSON';
    }
    yield { file, line: index + 1, given };
  }
}

/** All `.md` and `.jsonl` files below a folder, by name, so that every start reads the same knowledge. */
function sourcesIn(folder: string): Source[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  } catch (cause) {
    throw new KnowledgeUnusable(`there is no folder ${folder}`, { cause });
  }
  return names.flatMap((name) => {
    if (!/\.(?:md|jsonl)$/.test(name)) return [];
    const text = readFileSync(join(folder, name), 'utf8');
    return name.endsWith('.md') ? [markdownSource(name, text)] : [...lineSources(name, text)];
  });
}

/**
 * Reads a folder of knowledge. A bad file or line is passed over and reported; a document given twice in one language
 * counts once, the first by name.
 * @throws KnowledgeUnusable when there is no such folder.
 */
export function readDocuments(folder: string): Documents {
  const documents = new Map<string, Document>();
  const faults: DocumentFault[] = [];
  for (const { given, ...place } of sourcesIn(folder)) {
    const parsed = typeof given === 'string' ? undefined : v.safeParse(documentSchema, given);
    const key = parsed?.success ? `${parsed.output.id} ${parsed.output.locale}` : '';
    if (typeof given === 'string') faults.push({ ...place, reason: given });
    else if (!parsed?.success) faults.push({ ...place, reason: reasonOf(parsed?.issues ?? []) });
    else if (documents.has(key)) faults.push({ ...place, reason: `id: there is another document ${key}` });
    else documents.set(key, parsed.output);
  }
  return { documents: [...documents.values()], faults };
}
