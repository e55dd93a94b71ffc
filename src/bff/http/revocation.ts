import type { LimitStore } from './limits/limit-store.ts';

/** Longest life of a token, seconds, and the clock difference forgiven: a revoked one is remembered as long as it could live. */
export const TOKEN_LIFE_S = 15 * 60;
export const TOKEN_LEEWAY_S = 60;

/** Tokens that the shop took back before their end: a shopper signed out, a device was lost. */
export interface Revocation {
  /** @param jti the token's own id. */
  revoke(jti: string): Promise<void>;
  /** @throws StoreDown: where it cannot be read, nobody is let in by token. */
  isRevoked(jti: string): Promise<boolean>;
}

const key = (jti: string): string => JSON.stringify(['revoked', jti]);

/** @param store shared by all replicas. */
export function createRevocation(store: LimitStore): Revocation {
  return {
    revoke: async (jti) => void (await store.add(key(jti), 1, TOKEN_LIFE_S + 2 * TOKEN_LEEWAY_S)),
    isRevoked: async (jti) => (await store.read(key(jti))) > 0,
  };
}
