import type { Language } from '../../../protocol/locale.ts';

/** What the prompt says about the shop: facts, never rules of the shop's own making. */
export interface ShopFacts {
  readonly name: string;
  readonly currency: string;
  readonly time_zone: string;
  /** The shop's type names in the prompt's language, most frequent first. */
  readonly types: readonly string[];
  readonly sells: boolean;
  readonly lets: boolean;
  readonly tone?: string;
  readonly contact?: string;
}

/** Builds a language's system prompt; equal facts give equal bytes, so that providers can cache the prefix. */
export type PromptOf = (shop: ShopFacts) => string;
export type Prompts = Readonly<Record<Language, PromptOf>>;
