import { fold, hanCharacters, queryTerms } from '../../language/tokens.ts';

/** One thing a question asks for, as the full-text index is asked for it. */
export interface Word {
  readonly text: string;
  /** Full-text expression of the word as such. */
  readonly exact: string;
  /** Han characters of the word, for texts that say it with another one beside them (损坏 for 摔坏). */
  readonly characters: readonly string[];
}

/** What makes a question a question, and says nothing of what it is about. */
const QUESTION_HAN =
  /什么时候|怎么样|怎么办|怎么|怎样|如何|请问|请教|什么|多久|为什么|为啥|哪里|哪儿|哪些|哪个|是否|是不是|能不能|可不可以|会不会|有没有|要不要|需不需要|可以|需要|应该|如果|的话|一下|我们|你们|他们|[的了吗呢吧啊呀和与或及我你您他她它在是有会能要想就都也还又把被从对为]/g;
const QUESTION_LATIN = new Set(
  (
    'how when where why who whose does did should would could will shall may might must there if my your you it its this these those them they ' +
    'then than so not no was were been being has had am but by about into out up us our'
  ).split(' '),
);

const quoted = (token: string): string => `"${token.replaceAll('"', '')}"`;

/** `returned` and `returning` are found for `return`: a word of five letters or more stands for what begins with its stem. */
function prefix(token: string): string | null {
  if (!/^[a-z]{4,}$/.test(token)) return null;
  const stem = token.replace(/(?:ings?|ed|als?|ies|es|e|y)$/, '');
  return `${quoted(stem.length >= 4 ? stem : token)}*`;
}

const character = (han: string): string => `({title_characters characters} : ${quoted(han)})`;

/** What a question asks for: its words without those of asking, and the single Han characters no word holds (退). */
export function wordsOf(query: string): Word[] {
  const folded = fold(query).slice(0, 400);
  const stripped = folded.replace(QUESTION_HAN, ' ').trim();
  const content = stripped === '' ? folded : stripped;
  const terms = queryTerms(content);
  const meaning = terms.filter((term) => !QUESTION_LATIN.has(term.text));
  const words = (meaning.length > 0 ? meaning : terms).map((term): Word => {
    const any = term.any.map((tokens) => `(${tokens.map(quoted).join(' AND ')})`);
    const longer = prefix(term.any[0]?.[0] ?? '');
    return {
      text: term.text,
      exact: `(${[...any, ...(longer ? [longer] : [])].join(' OR ')})`,
      characters: [...new Set(hanCharacters(term.text))].map(character),
    };
  });
  const held = new Set(hanCharacters(words.map((word) => word.text).join(' ')));
  const lone = [...new Set(hanCharacters(content))].filter((han) => !held.has(han));
  return [...words, ...lone.map((han): Word => ({ text: han, exact: character(han), characters: [] }))].slice(0, MOST_WORDS);
}

/** More words than this make a query slower, not clearer. */
const MOST_WORDS = 24;
