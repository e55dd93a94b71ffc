import { faults } from '../../src/testing/scripted-model/faults.ts';
import { type ScriptedModel, startScriptedModel } from '../../src/testing/scripted-model/server.ts';
import { bff } from '../relay/contestants.ts';
import { type Running, start } from '../relay/processes.ts';

/** A turn whose model has said its first words and says nothing more. */
interface Silent {
  readonly conversation: string;
  /** Closes the connection of the one who asked. */
  leave(): void;
  /** Resolves when the model's side sees its connection closed. */
  readonly closed: Promise<unknown>;
}

async function silentTurn(model: ScriptedModel, { port }: Running): Promise<Silent> {
  const leaving = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}${bff.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: bff.body(),
    signal: leaving.signal,
  });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  for (let text = ''; reader && !text.includes('begins'); ) text += decoder.decode((await reader.read()).value, { stream: true });
  const [newest] = model.answering.slice(-1);
  return {
    conversation: response.headers.get('aisle-conversation') ?? '',
    leave: () => leaving.abort(),
    closed: newest ?? Promise.resolve(),
  };
}

/** How long after its cause a call of the model was closed, milliseconds, of each trial. */
export interface Endings {
  /** From the POST that stops. */
  readonly stop: readonly number[];
  /** From the connection's end, with a grace of 0 and of 10 s. */
  readonly leave: readonly number[];
  readonly grace: readonly number[];
}

export async function measureEndings(trials: number): Promise<Endings> {
  const model = await startScriptedModel([faults.stall]);
  const withGrace = (ms: number) => start({ ...bff, env: { ...bff.env, DISCONNECT_GRACE_MS: `${ms}` } }, model.url, 'silent');
  const [hasty, patient] = await Promise.all([withGrace(0), withGrace(10_000)]);
  const stop: number[] = [];
  const leave: number[] = [];
  // The first few warm up.
  for (let n = -10; n < trials; n += 1) {
    const turn = await silentTurn(model, patient);
    const began = performance.now();
    const route = `http://127.0.0.1:${patient.port}/v1/conversations/${turn.conversation}/stop`;
    await Promise.all([fetch(route, { method: 'POST' }), turn.closed]);
    if (n >= 0) stop.push(performance.now() - began);
    turn.leave();
    const left = await silentTurn(model, hasty);
    const leftAt = performance.now();
    left.leave();
    await left.closed;
    if (n >= 0) leave.push(performance.now() - leftAt);
  }
  const turns = [];
  for (let n = 0; n < 20; n += 1) turns.push(await silentTurn(model, patient));
  const grace = await Promise.all(
    turns.map(async (turn) => {
      const leftAt = performance.now();
      turn.leave();
      await turn.closed;
      return performance.now() - leftAt;
    }),
  );
  await Promise.all([hasty.stop(), patient.stop()]);
  await model.close();
  return { stop, leave, grace };
}
