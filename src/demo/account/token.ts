import { SignJWT } from 'jose';

/** Signs the token that names a shopper to the copilot. @param user_id the shop's own id, the token's `sub`. */
export type SignToken = (user_id: string) => Promise<string>;

export interface TokenOptions {
  /** HS256 secret that the copilot's server verifies with, 32 characters or more. */
  readonly secret: string;
  /** The site key of the shop's pages. */
  readonly audience: string;
  readonly issuer?: string | undefined;
}

/** Minutes: long enough to read a page, short enough that a copied token is soon worth nothing. */
const LIFE = '10m';

/** What a shop's own server does once it knows who is signed in (docs/orders.md, "Who asks"). */
export function tokenSigner({ secret, audience, issuer }: TokenOptions): SignToken {
  const key = new TextEncoder().encode(secret);
  return async (user_id) => {
    const token = new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(user_id)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(LIFE)
      .setJti(crypto.randomUUID());
    return (issuer ? token.setIssuer(issuer) : token).sign(key);
  };
}
