import { textsFor } from '../language/texts.ts';
import type { ToolContext, ToolResult } from './tool.ts';

/** The answer of tools that serve signed-in shoppers where nobody is. It is the same whatever was asked for. */
export function identityNeeded({ locale }: ToolContext): ToolResult {
  return {
    ok: false,
    text: JSON.stringify({
      error: 'identity_needed',
      message:
        'Nobody is signed in, so no order can be looked up. Ask the shopper to sign in to the shop and ask again. Do not ask for a name, an e-mail address or a number: none of them is proof.',
    }),
    identity_needed: true,
    summary: textsFor(locale).notices.identity_needed,
  };
}

/** The answer where the shop's order system gives none. */
export function ordersDown({ locale }: ToolContext): ToolResult {
  return {
    ok: false,
    text: JSON.stringify({
      error: 'unavailable',
      message: "The shop's order system does not answer right now. Say so, and say nothing about the order.",
    }),
    summary: textsFor(locale).summary.failed,
  };
}
