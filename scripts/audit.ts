/**
 * `npm run audit`: known weaknesses of the packages that run in production. Exit code 1 for a high or critical one; 2 where the
 * registry in use answers no audits, for nothing is known then.
 */
import { spawnSync } from 'node:child_process';

interface Report {
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
}

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', shell: process.platform === 'win32' });
let report: Report = {};
try {
  report = JSON.parse(stdout) as Report;
} catch {
  // Said below: no report is no answer.
}
const counts = report.metadata?.vulnerabilities;
if (!counts) {
  console.error('The registry in use does not answer audits: nothing is known. Run it where one does (npm config set registry …).');
  process.exit(2);
}
for (const [name, { severity, range }] of Object.entries(report.vulnerabilities ?? {}))
  console.log(`${severity.padEnd(9)} ${name} ${range}`);
console.log(
  Object.entries(counts)
    .map(([severity, count]) => `${severity} ${count}`)
    .join(', '),
);
process.exit((counts.high ?? 0) + (counts.critical ?? 0) > 0 ? 1 : 0);
