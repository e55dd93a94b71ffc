import type { Item } from '../../protocol/item.ts';
import { hanCharacters, hanWords, searchTokens } from '../language/tokens.ts';
import { attributeValues } from './fields.ts';

/** The text columns of the full-text index, each a list of tokens joined by blanks. */
export interface SearchDocument {
  readonly name: string;
  readonly words: string;
  readonly features: string;
  readonly facts: string;
  readonly body: string;
  readonly body_words: string;
}

/** An item's texts in all its languages as one document: a search in either language finds it once. */
export function searchDocument(records: readonly Item[]): SearchDocument {
  const names = records.flatMap(nameTexts);
  const features = records.flatMap((item) => [
    item.subtitle,
    ...(item.features ?? []),
    ...(item.use_cases ?? []),
    ...(item.audience ?? []),
    ...(item.tags ?? []),
  ]);
  const facts = records.flatMap(factTexts);
  const prose = records.map((item) => item.description?.plain);
  return {
    name: join(names, searchTokens),
    words: join(names, (text) => [...hanWords(text), ...hanCharacters(text)]),
    features: join(features, searchTokens),
    facts: join(facts, searchTokens),
    body: join(prose, searchTokens),
    body_words: join([...features, ...prose], hanWords),
  };
}

/** Latin words of names, each once: what misspelt words are put right with (`plan/spelling.ts`). */
export const nameWords = ({ name }: SearchDocument): string[] => [...new Set(name.match(/(?<![^ ])[a-z]{4,24}(?![^ ])/g))];

function nameTexts(item: Item): (string | undefined)[] {
  return [
    item.title,
    item.brand,
    item.model,
    item.sku,
    ...(item.barcodes ?? []),
    ...(item.categories ?? []).map((category) => category.value),
  ];
}

function factTexts(item: Item): (string | undefined)[] {
  return [
    ...Object.values(item.attributes ?? {}).map(
      (attribute) =>
        `${attribute.label} ${attributeValues(attribute)
          .map((value) => `${value}${attribute.unit ?? ''}`)
          .join(' , ')}`,
    ),
    ...(item.options ?? []).map((option) => `${option.name} ${option.value}`),
    ...(item.policies ?? []).map((policy) => policy.label),
    item.seller?.name,
    item.seller?.location,
    ...(item.seller?.certifications ?? []).map((certification) => certification.name),
  ];
}

/** Texts repeated in several records (offers, model numbers) count once. */
function join(texts: readonly (string | undefined)[], tokens: (text: string) => readonly string[]): string {
  const distinct = new Set(texts.filter((text) => text !== undefined && text !== ''));
  return [...distinct].flatMap((text) => tokens(text ?? '')).join(' ');
}
