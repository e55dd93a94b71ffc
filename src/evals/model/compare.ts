/**
 * Two results files side by side: in the terminal, and as one HTML page with charts that needs no script and no other file.
 *
 * Run: npm run eval:compare -- a.jsonl b.jsonl [--html report.html]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { comparison } from './report/comparison.ts';
import { comparisonText } from './report/comparison-text.ts';
import { comparisonPage } from './report/page.ts';
import { ResultsFault, readResults } from './results-file.ts';

const warn = (text: string): void => void process.stderr.write(`${text}\n`);

function main(): void {
  const { values, positionals } = parseArgs({ options: { html: { type: 'string' } }, allowPositionals: true });
  const [a, b, ...more] = positionals;
  if (a === undefined || b === undefined || more.length > 0)
    throw new ResultsFault('name two results files: npm run eval:compare -- a.jsonl b.jsonl');
  const compared = comparison(readResults(a), readResults(b));
  process.stdout.write(`${comparisonText(compared)}\n`);
  if (values.html === undefined) return;
  writeFileSync(values.html, comparisonPage(compared));
  process.stdout.write(`\n${values.html}\n`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof ResultsFault || error instanceof TypeError)) throw error;
  warn(error.message);
  process.exitCode = 2;
}
