import { JudgeFailed } from '../../bff/scoring/judge/errors.ts';
import type { Judge } from '../../bff/scoring/judge/judge.ts';
import { boundedEvidence } from '../../bff/scoring/judge/question.ts';
import { type EvalCase, isRecorded, isSaved } from './case.ts';
import { type CallMarks, type Equivalence, markCalls } from './matching.ts';
import { outcomeFaults } from './outcome.ts';
import { qualityFaults } from './response-quality.ts';
import { hashOf, type Result } from './result.ts';
import type { NamedCase } from './sets.ts';
import { added, noUsage, type Stage, type TurnRecord } from './turn-record.ts';

export interface PlayOptions {
  readonly stage: Stage;
  readonly same: Equivalence;
  readonly judge?: Judge | undefined;
  readonly repeat: number;
  readonly signal: AbortSignal;
}

const NO_EQUIVALENT: Equivalence = async () => false;

interface MarkedTurn {
  readonly record: TurnRecord;
  readonly faults: readonly string[];
  readonly marks: CallMarks | null;
  readonly quality: boolean;
}

/** Plays a case to its end, or to the turn that cannot be played, and marks it. */
export async function playCase({ set, kind, test }: NamedCase, options: PlayOptions): Promise<Result> {
  const marked: MarkedTurn[] = [];
  let error: string | undefined;
  try {
    for (let turn = 0; turn < test.turns.length; turn += 1) marked.push(await playTurn(test, turn, marked.at(-1)?.record, options));
  } catch (cause) {
    if (options.signal.aborted) throw cause;
    error = `turn ${marked.length + 1}: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
  const faults = marked.flatMap((turn, index) =>
    turn.faults.map((fault) => (test.turns.length > 1 ? `turn ${index + 1}: ${fault}` : fault)),
  );
  const forms = marked.map(({ record }) => record.form.form);
  return {
    kind: 'result',
    set,
    group: kind,
    id: test.id,
    locale: test.locale,
    repeat: options.repeat,
    hash: hashOf(test),
    pass: error === undefined && faults.length === 0,
    faults: error === undefined ? faults : [...faults, error],
    turns: { right: marked.filter((turn) => turn.faults.length === 0).length, of: test.turns.length },
    ...callCounts(marked),
    quality: { right: marked.filter((turn) => turn.quality).length, of: marked.length },
    // One invented card anywhere is the lowest mark; a case that broke off has no form to praise.
    form: error !== undefined || forms.includes(0) ? 0 : forms.reduce((sum, form) => sum + form, 0) / forms.length,
    ...(await judged(test, marked, options)),
    ms: marked.map(({ record }) => record.ms),
    first_card_ms: marked.flatMap(({ record }) => (record.first_card_ms === undefined ? [] : [record.first_card_ms])),
    tokens: marked.reduce((sum, { record }) => added(sum, record.usage), noUsage),
    ...(error === undefined ? {} : { error }),
  };
}

async function playTurn(test: EvalCase, turn: number, before: TurnRecord | undefined, { stage, same }: PlayOptions): Promise<MarkedTurn> {
  const expect = test.turns[turn]?.expect;
  const record = await stage.say(turn);
  if (!expect) return { record, faults: [], marks: null, quality: true };
  const recorded = isRecorded(test);
  const marks = expect.calls
    ? await markCalls(expect.calls, expect.may, record.calls, recorded || isSaved(test) ? NO_EQUIVALENT : same)
    : null;
  const faults = [...outcomeFaults(expect, record.shown, before?.shown), ...(record.faults ?? [])];
  // Where no shop stands behind the model, the calls are the outcome.
  if (recorded && marks && !marks.call) faults.push(marks.name ? 'a call with other arguments' : 'other calls than expected');
  const hasCard = record.shown.parts.length > 0 || (recorded && record.calls.length > 0);
  return { record, faults, marks, quality: qualityFaults(record.said || record.shown.words, hasCard).length === 0 };
}

function callCounts(marked: readonly MarkedTurn[]): Pick<Result, 'names' | 'args' | 'calls'> {
  const measured = marked.flatMap(({ marks }) => (marks ? [marks] : []));
  return {
    names: { right: measured.filter(({ name }) => name).length, of: measured.length },
    args: measured.reduce((sum, { args }) => ({ right: sum.right + (args?.right ?? 0), of: sum.of + (args?.of ?? 0) }), {
      right: 0,
      of: 0,
    }),
    calls: { right: measured.filter(({ call }) => call).length, of: measured.length },
  };
}

/** The judge reads the last answer, with everything said and looked up before it. */
async function judged(
  test: EvalCase,
  marked: readonly MarkedTurn[],
  { judge, signal }: PlayOptions,
): Promise<Pick<Result, 'content' | 'judge_error'>> {
  const last = marked.at(-1)?.record;
  if (!judge || !last || marked.length < test.turns.length) return {};
  const shown = last.shown.parts.map(({ name, ids }) => `<${name} ids="${ids.join(',')}"/>`).join(' ');
  try {
    const content = await judge.score(
      {
        asked: test.turns.map(({ say }) => say),
        evidence: boundedEvidence(marked.flatMap(({ record }) => record.evidence)),
        answer: `${last.shown.words}\n${shown}`,
        reference: [],
      },
      signal,
    );
    return { content };
  } catch (error) {
    if (error instanceof JudgeFailed) return { judge_error: `${error.code}: ${error.message}` };
    throw error;
  }
}
