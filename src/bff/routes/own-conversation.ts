import type { Context } from 'hono';
import type { HttpEnvironment } from '../http/environment.ts';
import { HttpError } from '../http/errors.ts';
import type { Conversation } from '../runs/conversations.ts';

/**
 * A conversation that is the asker's own: opened under their site key and, where an identified shopper opened it, by the
 * same one. @throws HttpError not_found for unknown and foreign ones alike, so that neither can be told from the other (T11).
 */
export function ownConversation(c: Context<HttpEnvironment, string>, found: Conversation | null): Conversation {
  if (!found || found.site !== c.get('site') || (found.sub !== undefined && found.sub !== c.get('sub'))) throw new HttpError('not_found');
  return found;
}
