import type { ChatRequest } from '../../protocol/chat.ts';
import type { AskedComparison } from './compare-verdict/compare-turn.ts';

/** What a message became, before any of its frames. */
export type Started =
  | { readonly outcome: 'streaming'; readonly conversation_id: string; readonly run_id: string }
  | { readonly outcome: 'reused' | 'running' | 'not-found' | 'full' };

export interface Asked {
  readonly request: ChatRequest;
  readonly site: string;
  readonly sub?: string;
  /** The page's locale, or the shop's default. */
  readonly locale: string;
  /** A comparison to give a verdict on, instead of a question to answer. */
  readonly compare?: AskedComparison;
  /** Asked once the message is known to be new and before anything is spent on it; throws to refuse. */
  readonly admit: (conversation_id: string) => Promise<void>;
}
