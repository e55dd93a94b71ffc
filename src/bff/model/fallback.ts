import { type Opened, openIterator } from './open-iterator.ts';
import { type ModelEvent, ModelFailure, type ModelPort, type ModelRequest } from './port.ts';

/** A model did not answer and the next one is asked. */
export interface Degradation {
  readonly from: string;
  readonly to: string;
  readonly failure: ModelFailure;
  readonly request: ModelRequest;
}

export interface FallbackOptions {
  readonly onDegraded?: (degradation: Degradation) => void;
  /** Told once per call which model answers, before its first event is handed out. */
  readonly onAnswering?: (model: string, request: ModelRequest) => void;
}

/**
 * Models in order of preference as one. A failure before the first event goes to the next model; the last one's failure,
 * and any failure after the first event, passes through.
 * @throws TypeError for an empty list.
 */
export function createFallback(models: readonly ModelPort[], options: FallbackOptions = {}): ModelPort {
  const [preferred, ...others] = models;
  if (!preferred) throw new TypeError('a fallback needs at least one model');

  async function open(
    model: ModelPort,
    [next, ...later]: readonly ModelPort[],
    request: ModelRequest,
    signal: AbortSignal,
  ): Promise<Opened<ModelEvent>> {
    const events = model.stream(request, signal)[Symbol.asyncIterator]();
    try {
      const first = await events.next();
      options.onAnswering?.(model.name, request);
      return { first, rest: { next: () => events.next(), close: () => void events.return?.() } };
    } catch (failure) {
      if (!(failure instanceof ModelFailure) || !next || signal.aborted) throw failure;
      options.onDegraded?.({ from: model.name, to: next.name, failure, request });
      return open(next, later, request, signal);
    }
  }

  return { name: preferred.name, stream: (request, signal) => openIterator(() => open(preferred, others, request, signal)) };
}
