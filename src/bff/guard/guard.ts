import type { Guard } from './events.ts';
import type { GuardOptions } from './evidence.ts';
import { guardRules } from './rules/rules.ts';
import { GuardStage } from './stage.ts';

/** The guard of one step: `docs/guard.md` says what it promises. A new step of the same message gets a new guard. */
export function createGuard(options: GuardOptions): Guard {
  return new GuardStage(options, guardRules(options));
}
