import type { Frame, FrameFault } from '../../protocol/frames.ts';
import type { Client } from '../api/client.ts';
import type { Clock } from '../api/clock.ts';
import { followRun, type RunEnd, type RunStart } from '../api/run.ts';
import { createFrameQueue, type FrameQueue, type Schedule } from './frame-queue.ts';

/** What a turn tells its conversation. None of it is called once another turn has begun. */
export interface TurnListener {
  onFrames(frames: readonly Frame[]): void;
  /** The server named the run. */
  onStart(conversationId: string, runId: string): void;
  onReconnecting(): void;
  /** A frame this build cannot read. */
  onFault(fault: FrameFault): void;
  onEnd(end: RunEnd): void;
  onRefused(error: unknown): void;
}

export interface TurnDriver {
  /** Follows a run, leaving the one before. */
  begin(start: RunStart, listener: TurnListener): void;
  /** Leaves the run without stopping it. */
  leave(): void;
  /** Leaves the run for a while, with all that came of it handed over. @returns its place; undefined when none was followed */
  pause(): RunStart | undefined;
  /** Where the run that was begun last stands: beginning there again loses and doubles nothing. */
  place(): RunStart | undefined;
}

interface Turn {
  readonly connection: AbortController;
  readonly queue: FrameQueue;
}

/** Follows one run at a time. Frames of an older one are dropped: it no longer belongs to what the shopper sees. */
export function createTurnDriver(deps: { readonly client: Client; readonly clock: Clock; readonly schedule: Schedule }): TurnDriver {
  let current: Turn | undefined;
  let place: RunStart | undefined;

  async function follow(start: RunStart, listener: TurnListener, own: Turn): Promise<void> {
    const live = (): boolean => current === own;
    const { queue } = own;
    let run = start.kind === 'resume' ? start.cursor : undefined;
    try {
      const events = followRun(start, { client: deps.client, clock: deps.clock, signal: own.connection.signal });
      let step = await events.next();
      for (; !step.done; step = await events.next()) {
        if (!live()) return;
        const event = step.value;
        if (event.kind === 'frame') {
          queue.push(event.frame);
          if (event.frame.type === 'start') {
            const { conversation_id: conversationId, run_id: runId } = event.frame.messageMetadata;
            run = { conversationId, runId, after: event.after };
            listener.onStart(conversationId, runId);
          }
        } else {
          queue.flush();
          if (event.kind === 'reconnecting') listener.onReconnecting();
          else listener.onFault(event.fault);
        }
        if (run && event.kind !== 'reconnecting') place = { kind: 'resume', cursor: { ...run, after: event.after } };
      }
      queue.flush();
      if (!live()) return;
      current = undefined;
      listener.onEnd(step.value);
    } catch (error) {
      queue.flush();
      if (!live()) return;
      current = undefined;
      listener.onRefused(error);
    } finally {
      queue.drop();
    }
  }

  const leave = (): void => {
    current?.connection.abort();
    current = undefined;
  };
  return {
    leave,
    pause: () => {
      current?.queue.flush();
      const paused = current && place;
      leave();
      return paused;
    },
    place: () => place,
    begin: (start, listener) => {
      leave();
      const turn: Turn = {
        connection: new AbortController(),
        queue: createFrameQueue((frames) => {
          if (current === turn) listener.onFrames(frames);
        }, deps.schedule),
      };
      current = turn;
      place = start;
      void follow(start, listener, turn);
    },
  };
}
