import type { PageContext } from '../../protocol/chat.ts';
import type { RunErrorCode } from '../../protocol/errors.ts';
import type { FinishReason, Frame } from '../../protocol/frames.ts';
import { textsFor } from '../language/texts.ts';
import type { Conversation, ConversationChange, KeptTurn } from '../runs/conversations.ts';
import { type KnownBefore, type RunOutcome, RunTaken } from '../runs/log.ts';
import type { RunWriter } from '../runs/writer.ts';
import { type AskedComparison, CompareTurn } from './compare-verdict/compare-turn.ts';
import type { TurnDependencies, TurnInput } from './dependencies.ts';
import { failureOf, TurnEnded } from './end.ts';
import { withoutData } from './recorded.ts';
import { Turn } from './turn.ts';
import type { TurnState } from './turn-state.ts';

/** What is run, kept and ended alike: an answer in the chat or the verdict on a comparison. */
type Running = Pick<Turn, 'speaker' | 'history' | 'finishReason' | 'noted' | 'search_state' | 'admitted' | 'run'>;

/** A run as JSON: all that a replica needs to answer it, from the beginning or from where another one had come. */
export interface SavedRun {
  readonly message: { readonly id: string; readonly text: string };
  readonly page?: PageContext;
  readonly locale: string;
  readonly sub?: string;
  readonly compare?: AskedComparison;
  /** The shopper lets the shop train models with it. */
  readonly training?: true;
  /** ISO 8601 instant of the shopper's message. */
  readonly at: string;
  /** After the last finished step. */
  readonly turn?: TurnState;
  /** Once all is said and only the end is missing. */
  readonly said?: { readonly turn: KeptTurn; readonly change: ConversationChange; readonly finishReason: FinishReason };
}

export interface RunToAnswer {
  readonly conversation: Conversation;
  readonly saved: SavedRun;
  readonly writer: RunWriter;
  readonly signal: AbortSignal;
  /** A process that died had begun a step that `saved` knows nothing of. */
  readonly reopen: boolean;
}

/** Answers a run, keeps the turn with its conversation and ends the run. @throws RunTaken, or a fault of the log. */
export async function answerRun(deps: TurnDependencies, run: RunToAnswer): Promise<void> {
  const { conversation, saved, writer } = run;
  const { message, page, locale, said } = saved;
  if (said) return end(deps, run, said, 'finished', [{ type: 'finish', finishReason: said.finishReason }]);
  if (writer.entries === 0) {
    writer.entry({
      kind: 'run-started',
      message,
      locale,
      ...(page ? { page } : {}),
      before: knownBefore(conversation, writer.run_id),
      ...(saved.training ? { training: true } : {}),
    });
    const messageMetadata = { conversation_id: conversation.id, run_id: writer.run_id };
    writer.frame({ type: 'start', messageId: `${writer.run_id}.a`, messageMetadata });
  }
  const turn = turnOf(deps, run);
  let outcome: RunOutcome = 'finished';
  let lastFrames: Frame[];
  try {
    if (run.signal.aborted) throw run.signal.reason;
    await turn.run();
    lastFrames = [{ type: 'finish', finishReason: turn.finishReason }];
  } catch (error) {
    if (error instanceof RunTaken) throw error;
    ({ outcome, lastFrames } = ending(deps, error, turn, locale, writer.run_id));
  }
  const change = {
    ledger_add: turn.admitted,
    noted: turn.noted,
    ...(turn.search_state ? { search_state: turn.search_state } : {}),
  };
  const kept = { turn: keptTurn(writer.run_id, saved, turn), change, finishReason: turn.finishReason };
  if (outcome === 'finished') writer.checkpoint({ ...saved, said: kept } satisfies SavedRun);
  await end(deps, run, kept, outcome, lastFrames);
}

/** What the conversation knew: a replay begins there too. */
function knownBefore({ turns, ledger, noted, search_state }: Conversation, run_id: string): KnownBefore {
  return {
    turns: turns.filter((turn) => turn.run_id !== run_id).length,
    ledger: ledger.length,
    ...(Object.keys(noted).length > 0 ? { noted } : {}),
    ...(search_state ? { search_state } : {}),
  };
}

/** The turn of a run, as far as it had come. */
function turnOf(deps: TurnDependencies, { conversation, saved, writer, signal, reopen }: RunToAnswer): Running {
  const { message, page, locale, sub, compare, turn: before } = saved;
  const input: TurnInput = {
    conversation,
    message,
    locale,
    facts: {
      locale,
      ...(page ? { page } : {}),
      ...(conversation.search_state ? { search_state: conversation.search_state } : {}),
      ...(Object.keys(conversation.noted).length > 0 ? { noted: conversation.noted } : {}),
    },
    ...(sub === undefined ? {} : { sub }),
    writer,
    signal,
    before,
    reopen,
    onStep: (turn) => writer.checkpoint({ ...saved, turn } satisfies SavedRun),
  };
  return compare ? new CompareTurn(deps, input, compare) : new Turn(deps, input);
}

async function end(
  deps: TurnDependencies,
  { conversation, writer }: RunToAnswer,
  { turn, change }: NonNullable<SavedRun['said']>,
  outcome: RunOutcome,
  lastFrames: readonly Frame[],
): Promise<void> {
  // All that was said is in the log before the turn counts as kept: whoever finds it kept has only to end the run.
  await writer.flush();
  // Kept before the last frame: whoever sees the end of the stream finds the turn in the conversation. A store that is
  // down costs the turn its memory, never its end.
  await deps.conversations.finish(conversation.id, turn.run_id, turn, change).catch((error: unknown) => deps.onFailure(error, turn.run_id));
  for (const frame of lastFrames) writer.frame(frame);
  writer.entry({ kind: 'run-finished', outcome });
  await writer.flush();
}

function keptTurn(run_id: string, { message, at }: SavedRun, turn: Running): KeptTurn {
  // What the model was told between steps was for this turn only.
  const history = turn.history.flatMap((each) => (each.role === 'system' ? [] : [withoutData(each)]));
  return { run_id, message, at, parts: turn.speaker.parts, history };
}

function ending(
  deps: TurnDependencies,
  error: unknown,
  turn: Running,
  locale: string,
  run_id: string,
): { readonly outcome: RunOutcome; readonly lastFrames: Frame[] } {
  if (error instanceof TurnEnded && error.cause_of_end !== 'timeout') {
    const outcome = error.cause_of_end === 'disconnected' ? 'disconnected' : 'stopped';
    return { outcome, lastFrames: [{ type: 'abort', reason: error.cause_of_end }] };
  }
  deps.onFailure(error, run_id);
  const { spoke } = turn.speaker;
  const failure: { code: RunErrorCode; retryable: boolean } =
    error instanceof TurnEnded ? { code: 'timeout', retryable: true } : failureOf(error, spoke);
  return {
    outcome: spoke ? 'interrupted' : 'error',
    lastFrames: [
      { type: 'error', errorText: textsFor(locale).runErrors[failure.code], ...failure },
      { type: 'finish', finishReason: spoke ? 'interrupted' : 'error' },
    ],
  };
}
