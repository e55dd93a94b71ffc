import type { ModelPort } from '../../bff/model/port.ts';
import type { Judge } from '../../bff/scoring/judge/judge.ts';
import { isRecorded, isSaved, type LiveCase, type RecordedCase } from './case.ts';
import { playCase } from './play.ts';
import { hashOf, type Result } from './result.ts';
import { resultKey } from './results-file.ts';
import type { NamedCase } from './sets.ts';
import type { Stage } from './turn-record.ts';
import type { DemoWorld } from './worlds/demo.ts';
import { recordedStage } from './worlds/recorded.ts';

export interface RunAllOptions {
  readonly cases: readonly NamedCase[];
  readonly model: ModelPort;
  readonly world: DemoWorld;
  readonly judge?: Judge | undefined;
  readonly repeat: number;
  /** Cases played at once. */
  readonly parallel: number;
  /** Milliseconds one turn of a recorded case may take. */
  readonly limit_ms: number;
  /** Results there already: what was played with the same case is not played again. */
  readonly kept: readonly Result[];
  readonly onStart: (total: number, skipped: number) => void;
  readonly onResult: (result: Result) => void;
  readonly signal: AbortSignal;
}

/** Plays every case as often as asked, several at once, and hands each result over as it ends. */
export async function runAll(options: RunAllOptions): Promise<void> {
  const { cases, world, model, judge, repeat, parallel, limit_ms, kept, signal } = options;
  const have = new Set(kept.map((result) => `${resultKey(result)} ${result.hash}`));
  const all = Array.from({ length: repeat }, (_, index) => cases.map((each) => ({ each, repeat: index + 1 }))).flat();
  const todo = all.filter((one) => !have.has(`${resultKey({ id: one.each.test.id, repeat: one.repeat })} ${hashOf(one.each.test)}`));
  options.onStart(todo.length, all.length - todo.length);
  const stageOf = ({ test, answer }: NamedCase): Stage =>
    isRecorded(test)
      ? recordedStage({ test: test satisfies RecordedCase, ...(answer ? { answer } : {}) }, model, limit_ms)
      : isSaved(test)
        ? world.saved(test)
        : world.stage(test satisfies LiveCase);
  const queue = todo.values();
  const worker = async (): Promise<void> => {
    for (const one of queue) {
      if (signal.aborted) return;
      options.onResult(await playCase(one.each, { stage: stageOf(one.each), same: world.same, judge, repeat: one.repeat, signal }));
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, parallel) }, worker));
}
