/**
 * How often the built-in planner answers right, by outcome: every card of an answer meets every condition of the request,
 * nothing is shown without a word where nothing fits, a question is asked where one is due. Beside it a plain BM25 search
 * over the same items, on the cases that have conditions.
 *
 * Method: each case is a conversation of its own through the whole adviser (planner, tools, guard, cards). Cards are
 * checked against the items' own data by `constraint.ts`, which knows nothing of the search. Half of the cases are held
 * out: nothing was tuned on them. A catalogue whose feed is not on this machine is passed over.
 *
 * Run: node src/evals/planner/run.ts [--faults] [--held-out-faults] [catalogue …]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Adviser, type Answer } from '../adviser.ts';
import { demoAdviser, demoContact, titlesIn } from '../demo-shop.ts';
import { measurePolicy } from '../policy/measure.ts';
import { english } from '../policy/questions-en.ts';
import { chinese } from '../policy/questions-zh.ts';
import { serviceFaults } from '../policy/service.ts';
import { serviceCases } from '../policy/service-cases.ts';
import { Baseline } from './baseline.ts';
import { type CaseFile, parseCase, type Written } from './case.ts';
import { caseFiles } from './cases/index.ts';
import { openCatalogue } from './catalogues.ts';
import { cardFaults, faultsOf } from './score.ts';

interface Count {
  right: number;
  of: number;
}
const count = (): Count => ({ right: 0, of: 0 });
const share = ({ right, of }: Count): string => (of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} % (${right}/${of})`);

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Rows as text, columns as wide as their widest cell. */
function table(all: readonly Readonly<Record<string, string>>[]): string {
  const heads = Object.keys(all[0] ?? {});
  const widths = heads.map((head) => Math.max(head.length, ...all.map((each) => (each[head] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(heads), ...all.map((each) => line(heads.map((head) => each[head] ?? '')))].join('\n');
}

const flags = process.argv.slice(2);
const wanted = flags.filter((flag) => !flag.startsWith('--'));
const folder = mkdtempSync(join(tmpdir(), 'aisle-evals-'));
const rows: Record<string, string>[] = [];
const overall = { tuned: count(), held_out: count(), plain: count(), searched: count() };

async function evaluate(
  file: CaseFile,
  adviser: Adviser,
  items: NonNullable<Awaited<ReturnType<typeof openCatalogue>>>['items'],
): Promise<void> {
  const own = items.filter(
    (item) => items.length > 10_000 || item.locale === file.locale || !items.some((other) => other.locale === file.locale),
  );
  const baseline = new Baseline(own);
  const counts = { tuned: count(), held_out: count(), plain: count(), searched: count() };
  const judge = async (written: Written, split: 'tuned' | 'held_out'): Promise<void> => {
    const expected = parseCase(written);
    const say = adviser.conversation(file.locale);
    const answers: Answer[] = [];
    for (const message of expected.messages) answers.push(await say(message));
    const faults = faultsOf(expected, answers, own);
    for (const each of [counts, overall]) add(each[split], faults.length === 0);
    if (expected.constraints.length > 0) {
      const plain = cardFaults(expected, baseline.search(expected.messages.join(' ')), false, own).length === 0;
      for (const each of [counts, overall]) {
        add(each.plain, plain);
        add(each.searched, faults.length === 0);
      }
    }
    if (faults.length > 0 && flags.includes(split === 'tuned' ? '--faults' : '--held-out-faults'))
      print(`${file.catalogue} ${file.locale} ${split}: ${written[0]}\n    ${faults.slice(0, 4).join('\n    ')}`);
  };
  for (const written of file.tuned) await judge(written, 'tuned');
  for (const written of file.held_out) await judge(written, 'held_out');
  rows.push(row(file.catalogue, file.locale, counts));
}

function add(to: Count, right: boolean): void {
  to.of += 1;
  if (right) to.right += 1;
}

const row = (catalogue: string, language: string, counts: typeof overall): Record<string, string> => ({
  catalogue,
  language,
  tuned: share(counts.tuned),
  'held out': share(counts.held_out),
  'with conditions': share(counts.searched),
  'BM25, same cases': share(counts.plain),
});

for (const name of [...new Set(caseFiles.map((file) => file.catalogue))]) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const catalogue = await openCatalogue(name, folder);
  if (!catalogue) {
    print(`${name}: skipped, its feed is not on this machine`);
    continue;
  }
  // The demo shop as it is opened: rules, guides and orders beside the catalogue, so that a wish can be taken for a question.
  const adviser = name === 'demo' ? await demoAdviser(catalogue.engine) : new Adviser(catalogue.engine);
  for (const file of caseFiles) if (file.catalogue === name) await evaluate(file, adviser, catalogue.items);
  await adviser.close();
}
rows.push(row('all', '', overall));
print(table(rows));
if (wanted.length === 0 || wanted.includes('demo')) await printServices();
rmSync(folder, { recursive: true, force: true });

/** What is no search: rules (hit@1), orders, questions about one item, and what is none of a shop's business. */
async function printServices(): Promise<void> {
  const catalogue = await openCatalogue('demo', folder);
  if (!catalogue) return;
  const adviser = await demoAdviser(catalogue.engine);
  const faults: string[] = [];
  const lines: Record<string, string>[] = [];
  for (const set of [english, chinese]) {
    const { right, faults: wrong } = await measurePolicy(adviser, set, titlesIn(set.locale), demoContact);
    const [tuned, held_out] = [right.tuned, right.held_out].map(([hits, of]) => share({ right: hits, of }));
    lines.push({ kind: 'rules, hit@1', language: set.locale, tuned: tuned ?? '', 'held out': held_out ?? '' });
    faults.push(...wrong);
  }
  for (const kind of ['orders', 'item', 'outside'] as const) {
    const kept = count();
    for (const each of serviceCases.filter((one) => one.kind === kind)) {
      const wrong = await serviceFaults(adviser, each);
      add(kept, wrong.length === 0);
      if (wrong.length > 0) faults.push(`${kind} ${each.locale}: ${each.say}: ${wrong.join('; ')}`);
    }
    lines.push({ kind, language: 'both', tuned: share(kept), 'held out': '–' });
  }
  print(`\n${table(lines)}`);
  const isHeldOut = (fault: string): boolean => / held out: /.test(fault);
  for (const fault of faults) if (flags.includes(isHeldOut(fault) ? '--held-out-faults' : '--faults')) print(fault);
  await adviser.close();
}
