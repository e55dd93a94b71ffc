import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runsQuerySchema } from '../../protocol/operator.ts';
import { aFinishedRun } from '../../testing/finished-runs.ts';
import { hasPostgres, NO_POSTGRES, type PostgresServer, startPostgres } from '../../testing/postgres.ts';
import { RunUnreadable } from './archive.ts';
import { archiveConformance } from './conformance.ts';
import { openArchive } from './open.ts';
import { archiveOver, openLine } from './sql-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string) => join(folder, 'deep', `${name}.db`);

archiveConformance('SQLite', async () => archiveOver(await openLine(`sqlite:${path('plain')}`)));
archiveConformance('SQLite in threads', () => openArchive(`sqlite:${path('threads')}`));

describe.skipIf(!hasPostgres)(hasPostgres ? 'with a server' : NO_POSTGRES, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());
  archiveConformance('PostgreSQL', async () => archiveOver(await openLine(await server.database())));

  it('a line that broke is opened again', async () => {
    const archive = archiveOver(await openLine(await server.database()));
    await archive.add([aFinishedRun()]);
    server.stop();
    await expect(archive.read('run-1')).rejects.toThrow(/PostgreSQL server/);
    server.start();
    expect((await archive.read('run-1'))?.id).toBe('run-1');
    await archive.close();
  });
});

it('damaged rows are told and passed over', async () => {
  const file = path('damaged');
  const archive = archiveOver(await openLine(`sqlite:${file}`));
  await archive.add(['good', 'body', 'row'].map((id) => aFinishedRun({ id })));
  const db = new DatabaseSync(file);
  db.exec("UPDATE body SET body = x'00ff' WHERE no = (SELECT no FROM run WHERE id = 'body')");
  db.exec("UPDATE run SET summary = '{' WHERE id = 'row'");
  db.close();
  const query = v.parse(runsQuerySchema, {});
  expect(await archive.list(query)).toMatchObject({ total: 3, unreadable: 1 });
  expect((await archive.list(query)).runs.map((run) => run.id)).toEqual(['body', 'good']);
  await expect(archive.read('body')).rejects.toThrow(RunUnreadable);
  await expect(archive.read('row')).rejects.toThrow('its row is damaged');
  expect(await archive.page(query, 0, 10)).toMatchObject({ runs: [{ id: 'good' }], unreadable: ['body', 'row'] });
  await archive.close();
});

it('a file that is no archive is refused in a sentence', async () => {
  const file = join(folder, 'other.db');
  const db = new DatabaseSync(file);
  db.exec("CREATE TABLE meta (key TEXT, value TEXT); INSERT INTO meta VALUES ('layout', '99')");
  db.close();
  await expect(openArchive(`sqlite:${file}`)).rejects.toThrow('written by another version');
  await expect(openLine('sqlite:/nowhere/at/all.db', { readOnly: true })).rejects.toThrow('there is no archive at /nowhere/at/all.db');
});

it('instructions and tools that all runs share are kept once', async () => {
  const file = path('shared');
  const archive = archiveOver(await openLine(`sqlite:${file}`));
  await archive.add(Array.from({ length: 5 }, (_, index) => aFinishedRun({ id: `r${index}` })));
  const db = new DatabaseSync(file, { readOnly: true });
  expect(db.prepare('SELECT count(*) AS n FROM shared').get()?.n).toBe(2);
  db.close();
  await archive.close();
});

it.runIf(process.platform === 'linux' && getPriority() < 19)(
  'the thread that keeps runs gives way to all others, and the one that answers to none',
  async () => {
    // Field 19 of proc_pid_stat(5), counted after the name in brackets.
    const nice = (thread: string): number =>
      Number(readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[16]);
    const lowest = (): number => readdirSync('/proc/self/task').filter((thread) => nice(thread) === 19).length;
    const before = lowest();
    const archive = await openArchive(`sqlite:${path('gives-way')}`);
    await archive.list(v.parse(runsQuerySchema, {}));
    expect(lowest()).toBe(before + 1);
    expect(getPriority()).toBeLessThan(19);
    await archive.close();
  },
);
