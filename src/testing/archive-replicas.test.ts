import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { liveRunsResponseSchema, runResponseSchema, runsResponseSchema } from '../protocol/operator.ts';
import { ask, killOnce, type Stage, setStage, wholeAnswer } from './chaos.ts';
import { hasPostgres, NO_POSTGRES, type PostgresServer, startPostgres } from './postgres.ts';
import { hasRedis, redisTests } from './redis.ts';

const TOKEN = 'an-operators-token';

describe.skipIf(!hasRedis || !hasPostgres)(`three replicas with one archive, ${hasPostgres ? redisTests : NO_POSTGRES}`, () => {
  let server: PostgresServer;
  let stage: Stage;
  beforeAll(async () => {
    server = await startPostgres();
    stage = await setStage({ CONSOLE_TOKEN: TOKEN, ARCHIVE_URL: await server.database() });
  }, 120_000);
  afterAll(async () => {
    await stage.close();
    server.remove();
  });

  const on = (at: number): string => stage.replicas.replicas[at]?.url ?? '';
  const operator = (at: number, path: string) => fetch(`${on(at)}${path}`, { headers: { authorization: `Bearer ${TOKEN}` } });
  const list = async (at: number) => v.parse(runsResponseSchema, await (await operator(at, '/v1/runs')).json());
  const told = (wanted: readonly string[]) =>
    vi.waitFor(async () => expect((await list(1)).runs.map((run) => run.id).sort()).toEqual([...wanted].sort()), { timeout: 20_000 });

  const kept: string[] = [];
  it('turns whose replica was killed are archived once, whole, by whoever ended them', async () => {
    const { seen, faults, restarted } = await killOnce(stage, 0, 3, 500);
    await restarted;
    expect(faults).toEqual([]);
    kept.push(...seen.map(({ run_id }) => run_id));
    await told(kept);
    for (const run_id of kept) {
      const run = v.parse(runResponseSchema, await (await operator(2, `/v1/runs/${run_id}`)).json());
      expect(run.entries.map((entry) => entry.seq)).toEqual(run.entries.map((_, index) => index + 1));
      expect(run.summary?.outcome).toBe('finished');
    }
    expect((await list(0)).total).toBe(3);
  }, 90_000);

  it('a turn of one replica is watched at another, and erased from a third', async () => {
    const asked = ask(on(0), 'a camera, slowly');
    const live = await vi.waitFor(
      async () => {
        const { runs } = v.parse(liveRunsResponseSchema, await (await operator(1, '/v1/runs/live')).json());
        expect(runs).toHaveLength(1);
        return runs[0];
      },
      { timeout: 10_000 },
    );
    expect(live?.message).toBe('a camera, slowly');
    const { conversation_id, run_id, text } = await asked;
    expect(text).toBe(wholeAnswer);
    await told([...kept, run_id]);
    const gone = await fetch(`${on(2)}/v1/conversations/${conversation_id}`, { method: 'DELETE', headers: { 'aisle-site': 'pk_demo' } });
    expect(gone.status).toBe(204);
    await told(kept);
    expect((await operator(0, `/v1/runs/${run_id}`)).status).toBe(404);
  }, 90_000);
});
