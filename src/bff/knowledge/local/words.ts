import { takeMatters } from '../../language/shop-matters.ts';
import { fold, hanCharacters, type QueryTerm, queryTerms, searchTokens } from '../../language/tokens.ts';
import { ASKING_HAN, ASKING_WORDS } from './asking.ts';
import { withoutCountries } from './countries.ts';

/** One thing a question asks for, as full-text expressions. */
export interface Word {
  /** The word itself, as the question has it. */
  readonly own: string;
  /** Other ways to say it; null where none is known. */
  readonly alike: string | null;
  /** Its Han characters one by one, for texts that have another one beside them (损坏 for 摔坏). */
  readonly characters: readonly string[];
  /** What the question is about, as shops have rules on it; other words only say what thing it happened to. */
  readonly matter?: boolean;
}

/** Longest question that is read, in characters. */
const QUERY_CHARS = 400;
/** More words than this make a search slower, not clearer. */
const MOST_WORDS = 24;

const quoted = (token: string): string => `"${token.replaceAll('"', '')}"`;
const all = (tokens: readonly string[]): string => `(${tokens.map(quoted).join(' AND ')})`;
const anyOf = (expressions: readonly string[]): string => `(${expressions.join(' OR ')})`;

const character = (han: string): string => `({title_characters characters} : ${quoted(han)})`;
const charactersOf = (text: string): string[] => [...new Set(hanCharacters(text))];

/** `returned` and `returning` are found for `return`: a longer English word stands for all that begins with its stem. */
function beginning(token: string): string[] {
  if (!/^[a-z]{5,}$/.test(token)) return [];
  const stem = token.replace(/(?:ings?|ed|als?|ies|es|e|y)$/, '');
  return [`${quoted(stem.length >= 4 ? stem : token)}*`];
}

const wordOfTerm = ({ text, any }: QueryTerm): Word => ({
  own: anyOf([...any.map(all), ...beginning(any[0]?.[0] ?? '')]),
  alike: null,
  characters: charactersOf(text).map(character),
});

/** A saying as one phrase of tokens; not by words, for those of a short saying may count as empty (续租, "buy it"). */
function saying(text: string): string {
  const characters = hanCharacters(text);
  if (characters.length === 1) return character(characters[0] ?? '');
  const tokens = searchTokens(text);
  return anyOf([quoted(tokens.join(' ')), ...(tokens.length === 1 ? beginning(tokens[0] ?? '') : [])]);
}

/**
 * What a question asks for: matters that shops and shoppers have different words for, its other words without those of
 * asking, and single Han characters that no word holds (退).
 */
export function wordsOf(query: string): Word[] {
  const folded = fold(query).slice(0, QUERY_CHARS);
  const { matters, rest } = takeMatters(withoutCountries(folded.replace(/n['’]t\b/g, ' not')));
  const named = matters.map(
    ({ said, sayings }): Word => ({
      own: anyOf(said.map(saying)),
      alike: anyOf(sayings.map(saying)),
      characters: charactersOf(said.join('')).map(character),
      matter: true,
    }),
  );
  const stripped = rest.replace(ASKING_HAN, ' ').trim();
  const content = stripped === '' && named.length === 0 ? folded : stripped;
  const terms = queryTerms(content);
  const meaning = terms.filter((term) => !ASKING_WORDS.has(term.text));
  const chosen = meaning.length > 0 || named.length > 0 ? meaning : terms;
  const held = new Set(chosen.flatMap((term) => hanCharacters(term.text)));
  const lone = charactersOf(content).filter((han) => !held.has(han));
  return [...named, ...chosen.map(wordOfTerm), ...lone.map((han) => ({ own: character(han), alike: null, characters: [] }))].slice(
    0,
    MOST_WORDS,
  );
}
