import type { Fault, FormScore, StepScore } from '../../protocol/score.ts';
import { chainScore, rounded } from './chain.ts';
import { readDirectives } from './directives.ts';
import { fault } from './fault.ts';
import type { Rollout, RolloutStep } from './rollout.ts';
import { callFault, readArguments } from './rules/calls.ts';
import { needlessFault } from './rules/needless.ts';
import { Repeats } from './rules/repeats.ts';
import { cardFaults, reportFaults, type StepEvidence, tagFaults } from './rules/words.ts';

/** The least mark of what has no invented card. */
const FLOOR = 0.05;

/** 1 less what the faults cost; 0 is kept for a card with no search behind it. */
function markOf(faults: readonly Fault[]): number {
  const cost = faults.reduce((sum, each) => sum + each.cost, 0);
  return faults.some((each) => each.cost >= 1) ? 0 : rounded(Math.max(FLOOR, 1 - cost));
}

/** One turn as far as it has come. */
interface TurnSoFar {
  turn: number;
  repeats: Repeats;
  called: number;
  succeeded: number;
}

/**
 * Marks a rollout by the strict rules of mission A. Pure and synchronous; linear in the rollout's size. Ids a search returns count
 * from the step after it: a card written in the same breath as its search had nothing to rest on.
 */
export function scoreForm(rollout: Rollout): Omit<FormScore, 'failing'> {
  const tools = rollout.tools && new Map(rollout.tools.map((tool) => [tool.name, tool]));
  const known = new Set(rollout.known_ids);
  let turn: TurnSoFar = { turn: 0, repeats: new Repeats(), called: 0, succeeded: 0 };
  const steps: StepScore[] = [];
  for (const [index, step] of rollout.steps.entries()) {
    if (step.turn !== turn.turn) turn = { turn: step.turn, repeats: new Repeats(), called: 0, succeeded: 0 };
    const faults: Fault[] = [];
    const isKnown = (id: string): boolean => (rollout.isRefused ? !rollout.isRefused(step.step, id) : known.has(id));
    const text = readDirectives(step.text);
    faults.push(...cardFaults(text, { ...turn, isKnown }), ...tagFaults(text));
    for (const call of step.calls) {
      const args = readArguments(call.arguments);
      const broken = callFault(call, args, tools);
      const needless = needlessFault(call, step, rollout.needs_no_tool === true);
      // Each call is told its first fault only: a repeated bad call is one thing wrong, not three.
      const worst = broken ?? needless ?? (args && turn.repeats.take(call, args));
      if (worst) faults.push(worst);
    }
    for (const { result } of step.calls) {
      turn.called += 1;
      if (result?.ok) turn.succeeded += 1;
      for (const id of result?.item_ids ?? []) known.add(id);
    }
    faults.push(...reportFaults(text, turnEvidence(turn, isKnown)));
    if (endsUnanswered(rollout, index, text.words, text.directives.length)) faults.push(noAnswer(step));
    if (step.given) continue;
    steps.push({ step: step.step, score: markOf(faults), faults });
  }
  return { form: markOf(steps.flatMap(({ faults }) => faults)), steps, chain: chainScore(steps) };
}

const turnEvidence = ({ called, succeeded }: TurnSoFar, isKnown: StepEvidence['isKnown']): StepEvidence => ({ called, succeeded, isKnown });

/** The last step of a turn owes the shopper words or a card. */
function endsUnanswered({ steps, is_cut }: Rollout, index: number, words: string, cards: number): boolean {
  const step = steps[index];
  const next = steps[index + 1];
  if (!step || (next && next.turn === step.turn) || (is_cut && !next)) return false;
  return step.is_direct !== true && words.trim() === '' && cards === 0;
}

const noAnswer = ({ calls }: RolloutStep): Fault =>
  fault(
    'no-answer',
    calls[0]?.name ?? '',
    calls.length > 0
      ? { en: 'The turn ends with a call and no answer.', zh: '本轮以工具调用结束，没有给出回答。' }
      : { en: 'The turn ends without a word or a card.', zh: '本轮没有给出任何文字或卡片。' },
  );
