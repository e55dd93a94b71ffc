import type { TokenUse } from './reading.ts';

/**
 * What tokens come to in millions of input tokens' worth: a token written counts as four, one read from the provider's
 * cache as a tenth, as `daily_cost` counts them (docs/configuration.md).
 */
export const unitsOf = ({ input, output, cached }: TokenUse): number => (input - cached + cached / 10 + output * 4) / 1_000_000;
