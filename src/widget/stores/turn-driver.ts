import type { Frame, FrameFault } from '../../protocol/frames.ts';
import type { Client } from '../api/client.ts';
import type { Clock } from '../api/clock.ts';
import { followRun, type RunEnd, type RunStart } from '../api/run.ts';
import { createFrameQueue, type Schedule } from './frame-queue.ts';

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
}

/** Follows one run at a time. Frames of an older one are dropped: it no longer belongs to what the shopper sees. */
export function createTurnDriver(deps: { readonly client: Client; readonly clock: Clock; readonly schedule: Schedule }): TurnDriver {
  let current: AbortController | undefined;

  async function follow(start: RunStart, listener: TurnListener, own: AbortController): Promise<void> {
    const live = (): boolean => current === own;
    const queue = createFrameQueue((frames) => {
      if (live()) listener.onFrames(frames);
    }, deps.schedule);
    try {
      const events = followRun(start, { client: deps.client, clock: deps.clock, signal: own.signal });
      let step = await events.next();
      for (; !step.done; step = await events.next()) {
        if (!live()) return;
        const event = step.value;
        if (event.kind === 'frame') {
          queue.push(event.frame);
          if (event.frame.type === 'start') {
            listener.onStart(event.frame.messageMetadata.conversation_id, event.frame.messageMetadata.run_id);
          }
        } else if (event.kind === 'reconnecting') {
          queue.flush();
          listener.onReconnecting();
        } else {
          queue.flush();
          listener.onFault(event.fault);
        }
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
    current?.abort();
    current = undefined;
  };
  return {
    leave,
    begin: (start, listener) => {
      leave();
      current = new AbortController();
      void follow(start, listener, current);
    },
  };
}
