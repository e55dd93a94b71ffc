import { parseArgs } from 'node:util';
import { readDocuments } from '../src/bff/knowledge/local/files.ts';
import { writeKnowledge } from '../src/bff/knowledge/local/schema.ts';

// node scripts/import-knowledge.ts --to sqlite:<path> <folder>
// Exit code: 0 all imported, 1 some documents were passed over, 2 nothing was done.

const USAGE = 'usage: node scripts/import-knowledge.ts --to sqlite:<path> <folder of .md and .jsonl files>';

/** Ends the program with the one thing the operator has to change. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

function main(): void {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { to: { type: 'string' } } });
  const to = values.to ?? (process.env.KNOWLEDGE_URL || undefined);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) refuse(USAGE);
  if (!to?.startsWith('sqlite:')) refuse(`Where to? Give --to sqlite:<path>, or set KNOWLEDGE_URL.\n${USAGE}`);
  const { documents, faults } = readDocuments(folder);
  for (const { file, line, reason } of faults) console.error(`${file}${line === undefined ? '' : `:${line}`}: ${reason}`);
  if (documents.length === 0) refuse('no document can be used; nothing was changed');
  const passages = writeKnowledge(to.slice('sqlite:'.length), documents);
  console.log(`${passages} passages from ${documents.length} documents, ${faults.length} passed over`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

try {
  main();
} catch (error) {
  refuse(error instanceof Error ? error.message : String(error));
}
