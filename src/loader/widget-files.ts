import type { MountWidget } from '../protocol/host.ts';

/** Put in by the build: where this build's entry stands, and the hash that its bytes must have. */
declare const __AISLE_PATH__: string;
declare const __AISLE_INTEGRITY__: string;

/**
 * Fetches the widget's entry against its hash, then imports the same immutable address from the cache.
 * @param base where the loader came from, ending in a slash.
 * @returns a promise that rejects when the bytes are not the ones this loader was built with, or do not come at all.
 */
export function loadWidget(base: string): Promise<{ mount: MountWidget }> {
  const url = base + __AISLE_PATH__;
  return fetch(url, { integrity: __AISLE_INTEGRITY__ }).then(() => import(/* @vite-ignore */ url));
}
