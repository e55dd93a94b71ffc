/** The store that all replicas share does not answer. What needs it is refused with 503 until it is back. */
export class StoreDown extends Error {
  override readonly name = 'StoreDown';
  constructor(options?: { cause?: unknown }) {
    super('the shared store does not answer', options);
  }
}
