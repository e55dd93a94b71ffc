import { CatalogTimeout, CatalogUnavailable } from '../catalog/engine.ts';

/** Whether the catalogue gave no answer, or none in the time its reader had. */
const isDown = (error: unknown): boolean =>
  error instanceof CatalogTimeout ||
  error instanceof CatalogUnavailable ||
  (error instanceof DOMException && error.name === 'TimeoutError');

/**
 * What a reading of the catalogue gives, or `otherwise` where the catalogue gives no answer: what needed it is left out, and the
 * words go on (reliability, "search down or slow").
 * @param signal of the turn that reads: once it is aborted there is nobody to go on for.
 * @throws whatever else the reading throws.
 */
export async function unlessDown<T, U>(reading: Promise<T>, otherwise: U, signal?: AbortSignal): Promise<T | U> {
  try {
    return await reading;
  } catch (error) {
    if (signal?.aborted || !isDown(error)) throw error;
    return otherwise;
  }
}
