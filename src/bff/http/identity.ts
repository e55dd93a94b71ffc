import { createMiddleware } from 'hono/factory';
import { importSPKI, type JWTPayload, jwtVerify } from 'jose';
import type { HttpEnvironment } from './environment.ts';
import { HttpError } from './errors.ts';
import { TOKEN_LEEWAY_S, TOKEN_LIFE_S } from './revocation.ts';

export interface IdentityOptions {
  /** HS256 secret of the shop. */
  readonly secret?: string | undefined;
  /** ES256 public key, PEM. */
  readonly public_key?: string | undefined;
  readonly audience?: string | undefined;
  readonly issuer?: string | undefined;
  /** Whether the shop took a token back, by its `jti`. */
  readonly isRevoked?: (jti: string) => Promise<boolean>;
}

/**
 * Verifies the shop's token where one is sent: the configured key pins the algorithm (RFC 8725 §3.1), the audience is the
 * site key, and a token lives at most fifteen minutes. A request without one is an anonymous shopper.
 */
export function identityCheck(options: IdentityOptions) {
  const algorithm = options.secret ? 'HS256' : 'ES256';
  const key = options.secret
    ? Promise.resolve(new TextEncoder().encode(options.secret))
    : options.public_key
      ? importSPKI(options.public_key, algorithm)
      : null;
  // Reported by the first request that needs it; unhandled here it would end the process.
  key?.catch(() => undefined);

  return createMiddleware<HttpEnvironment>(async (c, next) => {
    const header = c.req.header('authorization');
    if (header === undefined) {
      c.set('sub', undefined);
      return next();
    }
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1];
    if (!token || !key) throw new HttpError('unauthorized');
    let verified: JWTPayload;
    try {
      const { payload } = await jwtVerify(token, await key, {
        algorithms: [algorithm],
        audience: options.audience ?? c.get('site'),
        ...(options.issuer ? { issuer: options.issuer } : {}),
        clockTolerance: TOKEN_LEEWAY_S,
        requiredClaims: ['sub', 'aud', 'iat', 'exp', 'jti'],
      });
      if (!payload.sub || (payload.exp ?? 0) - (payload.iat ?? 0) > TOKEN_LIFE_S) throw new HttpError('unauthorized');
      verified = payload;
    } catch (cause) {
      throw new HttpError('unauthorized', { cause });
    }
    if (await options.isRevoked?.(verified.jti ?? '')) throw new HttpError('unauthorized');
    c.set('sub', verified.sub);
    return next();
  });
}
