import type { HttpBindings } from '@hono/node-server';

/** What middleware leaves for the routes. */
export interface HttpEnvironment {
  Bindings: HttpBindings;
  Variables: {
    /** Site key of the request. */
    site: string;
    /** The verified shopper, if the request carried a valid token. */
    sub: string | undefined;
    /** Headers that an answer written past the framework must carry too (CORS). */
    headers: Readonly<Record<string, string>>;
    /** Errors are told to operators, not to shoppers. */
    for_operators?: true;
  };
}
