import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a request carries the operators' token, compared in constant time. Without a configured token none does. */
export function isOperator(c: Context, console_token: string | undefined): boolean {
  const given = c.req.header('authorization');
  return console_token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(`Bearer ${console_token}`));
}
