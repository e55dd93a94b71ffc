import { type Opened, openIterator } from './open-iterator.ts';
import { type ModelEvent, ModelFailure, type ModelPort, type ModelRequest } from './port.ts';

/** A model did not answer and the next one is asked. */
export interface Degradation {
  readonly from: string;
  readonly to: string;
  readonly failure: ModelFailure;
}

export interface FallbackOptions {
  readonly onDegraded?: (degradation: Degradation) => void;
  /** Milliseconds for which a model that failed is passed over: an outage must not cost every turn its time limit. */
  readonly rest_ms?: number;
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
}

/** The events of a model, with one more in front. */
function preceded(event: ModelEvent, { first, rest }: Opened<ModelEvent>): Opened<ModelEvent> {
  let held: IteratorResult<ModelEvent> | undefined = first;
  return {
    first: { done: false, value: event },
    rest: {
      next() {
        if (!held) return rest.next();
        const now = held;
        held = undefined;
        return Promise.resolve(now);
      },
      close: () => rest.close(),
    },
  };
}

/**
 * Models in order of preference as one. A failure before the first event goes to the next model, whose events then begin
 * with `degraded`; the last one's failure, and any failure after the first event, passes through.
 * @throws TypeError for an empty list.
 */
export function createFallback(models: readonly ModelPort[], options: FallbackOptions = {}): ModelPort {
  const { onDegraded, rest_ms = 10_000, now = () => performance.now() } = options;
  const [preferred] = models;
  if (!preferred) throw new TypeError('a fallback needs at least one model');
  if (models.length === 1) return preferred;
  const restingUntil = new Map<ModelPort, number>();

  async function attempt(model: ModelPort, request: ModelRequest, signal: AbortSignal): Promise<Opened<ModelEvent>> {
    const events = model.stream(request, signal)[Symbol.asyncIterator]();
    const opened = { first: await events.next(), rest: { next: () => events.next(), close: () => void events.return?.() } };
    restingUntil.delete(model);
    return model === preferred ? opened : preceded({ type: 'degraded', model: model.name }, opened);
  }

  async function open(request: ModelRequest, signal: AbortSignal): Promise<Opened<ModelEvent>> {
    const awake = models.filter(
      (model, index) => index === models.length - 1 || (restingUntil.get(model) ?? Number.NEGATIVE_INFINITY) <= now(),
    );
    for (const [index, model] of awake.entries()) {
      try {
        return await attempt(model, request, signal);
      } catch (failure) {
        const next = awake[index + 1];
        if (!(failure instanceof ModelFailure) || !next || signal.aborted) throw failure;
        restingUntil.set(model, now() + rest_ms);
        onDegraded?.({ from: model.name, to: next.name, failure });
      }
    }
    throw new Error('unreachable: the last model either answers or throws');
  }

  return { name: preferred.name, stream: (request, signal) => openIterator(() => open(request, signal)) };
}
