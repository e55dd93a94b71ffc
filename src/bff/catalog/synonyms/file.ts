/** Names of one thing each, as a shop's synonyms file groups them. */
export type SynonymGroups = readonly (readonly string[])[];

/** A line of a synonyms file that says nothing. The message names it and tells what to write. */
export class SynonymsFault extends Error {
  override readonly name = 'SynonymsFault';
}

/**
 * Reads a synonyms file: a line a group, its names separated by `|`, such as `grape wine | red wine | 红酒`; `#` begins a comment.
 * @throws SynonymsFault for a line with fewer than two names.
 */
export function parseSynonyms(text: string): SynonymGroups {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, at) => {
      const bare = line.replace(/#.*/, '').trim();
      if (bare === '') return [];
      const names = [...new Set(bare.split(/[|｜]/).map((name) => name.trim()))].filter((name) => name !== '');
      if (names.length < 2) throw new SynonymsFault(`line ${at + 1}: a group is two names or more, separated by |`);
      return [names];
    });
}
