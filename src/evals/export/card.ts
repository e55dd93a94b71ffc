import type { Format, Kind } from './example.ts';
import { type Counts, type Shares, splits } from './export.ts';

export interface CardFacts {
  readonly counts: Counts;
  readonly formats: readonly Format[];
  readonly kinds: readonly Kind[];
  readonly shares: Shares;
  readonly leastScore: number;
  /** The filters as they were given, in words. */
  readonly filters: string;
  /** ISO 8601 instant of the export. */
  readonly at: string;
  readonly license: string;
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

/** The data card of an export: what is in it, where it comes from, what was left out, and what may be done with it. */
export function cardText({ counts, formats, kinds, shares, leastScore, filters, at, license }: CardFacts): string {
  const rows = formats.flatMap((format) =>
    kinds
      .filter((kind) => format.kinds.includes(kind))
      .map((kind) => [format.name, kind, ...splits.map((split) => counts.records.get(`${format.name}/${kind}/${split}`) ?? 0)]),
  );
  const missing = formats.flatMap((format) =>
    kinds.filter((kind) => !format.kinds.includes(kind)).map((kind) => `${format.name} takes no ${kind}`),
  );
  return `---
license: ${license}
task_categories: [text-generation]
tags: [tool-use, shopping, aisle]
---
# Training data from an Aisle archive

Made ${at} by \`npm run export\`. Runs: ${filters}.

${table(['format', 'kind', ...splits], rows)}
${missing.length > 0 ? `\n${missing.join('; ')}: no files for them.\n` : ''}
## Where it comes from
${counts.runs} runs match; ${counts.consented} of them (conversations: ${counts.conversations.size}) come from shoppers who let the shop train models with what they said
(\`consent.training\`). The others are not in it. Consent taken back later in a conversation takes all of it out. Answered by: ${listed(counts.models)}.
Languages: ${listed(counts.locales)}.

- **sft**: whole exchanges that ended well, were not disliked and score ${leastScore} or more by the rules of form. The answer is what the guard let through, cards as
  directives.
- **dpo**: two answers to one prompt. \`repair\`: a draft whose cards were all refused, and the accepted repair; \`guarded\`: what the model wrote, and what
  was shown of it; \`call\`: a call that was refused, and the one that was taken. ${listed(counts.sources)}.
- **kto**: answers rated by shoppers, and both sides of each pair.
- **grpo**: the prompt alone, with \`reference_calls\`: the calls of the accepted run as JSON.

## What was done to it
- Personal data was replaced before it was stored (\`[phone]\`, \`[email]\`, \`[order]\` …) by patterns of both languages. What has no pattern, such as a bare
  first name, may be left: read a sample before you share it.
- Erased conversations are not in the archive and not in here. One that is erased from now on stays in this copy: make the export again, and delete this one.
- ${counts.repeated} repeated examples were dropped. ${counts.refused} records were refused by their format's own rules, and ${counts.unreadable} damaged rows passed over.
- Notes of the system between messages stand before the shopper's next message: most chat templates take one system message, first.
- Split by conversation, by a hash that stays the same from export to export: ${splits.map((split) => `${split} ${shares[split]} %`).join(', ')}.

## Fields
${formats.map((format) => `- ${format.name}: ${format.documentation}`).join('\n')}

\`arguments\` is a string for openai and, within a call's JSON string, for ms-swift; an object for trl and llama-factory. Words beside a call have no
place in llama-factory's \`function_call\` and are left out there. Every record was read back by a parser of its
format before it was written.
`;
}
