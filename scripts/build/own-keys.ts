import type { Plugin } from 'vite';

/** `for (const key in object)` over a plain object, as valibot writes it. */
const FOR_IN = /for \(const (\w+) in ([\w.]+)\)/g;

/**
 * Makes loops over an object's names read its own names only. Old shops put functions on `Object.prototype` that every
 * `for…in` then meets: valibot would take each for one more field of every schema, and refuse every answer.
 */
export const ownKeys = (code: string): string => code.replace(FOR_IN, 'for (const $1 of Object.keys($2))');

/** Applies {@link ownKeys} to valibot. React, marked and zustand ask `hasOwnProperty` themselves. */
export const ownKeysPlugin = (): Plugin => ({
  name: 'aisle:own-keys',
  transform: { filter: { id: /node_modules\/valibot\// }, handler: (code) => ({ code: ownKeys(code), map: null }) },
});
