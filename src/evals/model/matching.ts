import { canonicalJson } from '../../bff/language/canonical-json.ts';
import type { ExpectedCall } from './case.ts';

/** A call a model made, with its arguments as far as they are JSON. */
export interface MadeCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>> | null;
}

/** How the calls of a turn stand to what was expected. Mission D, the first three measures. */
export interface CallMarks {
  /** Every expected tool was called, and none that was neither expected nor allowed. */
  readonly name: boolean;
  /** Of the expected calls with arguments: so many were made with the right ones; null where none was expected. */
  readonly args: { readonly right: number; readonly of: number } | null;
  /** Both. */
  readonly call: boolean;
}

/** Whether two sets of arguments ask the same of a tool, though they be written differently; asked where they are not equal. */
export type Equivalence = (name: string, expected: object, made: object) => Promise<boolean>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How a result is wanted, not what. */
const MANNER: ReadonlySet<string> = new Set(['direct', 'limit']);

const folded = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : value);

/**
 * Whether a value is the expected one. `{"$any": […]}` takes one of several, null among them meaning "left out"; `{"$has": {…}}` an
 * object that has at least these fields. Lists of plain values are compared as sets, text without case and outer blanks, and a
 * number equals its text.
 */
export function fits(expected: unknown, made: unknown): boolean {
  if (isObject(expected) && Array.isArray(expected.$any))
    return expected.$any.some((each) => (each === null ? made === undefined || made === null : fits(each, made)));
  if (isObject(expected) && isObject(expected.$has))
    return isObject(made) && Object.entries(expected.$has).every(([key, value]) => fits(value, made[key]));
  if (Array.isArray(expected)) {
    if (!Array.isArray(made) || made.length !== expected.length) return false;
    return expected.some(isObject)
      ? expected.every((each, index) => fits(each, made[index]))
      : expected.every((each) => made.some((one) => fits(each, one)));
  }
  if (isObject(expected)) return isObject(made) && fitsFields(expected, made);
  if (typeof expected === 'number' && typeof made === 'string') return made.trim() !== '' && Number(made) === expected;
  if (typeof expected === 'string' && typeof made === 'number') return Number(expected) === made;
  return canonicalJson(folded(expected)) === canonicalJson(folded(made));
}

/** Every expected field fits, and no other one is given. */
function fitsFields(expected: Readonly<Record<string, unknown>>, made: Readonly<Record<string, unknown>>): boolean {
  const extra = Object.entries(made).some(([key, value]) => value !== null && !Object.hasOwn(expected, key) && !MANNER.has(key));
  return !extra && Object.entries(expected).every(([key, value]) => fits(value, made[key]));
}

async function isRight(expected: ExpectedCall, made: MadeCall, same: Equivalence): Promise<boolean> {
  if (made.name !== expected.name || made.arguments === null) return false;
  const alternatives = Array.isArray(expected.arguments) ? expected.arguments : [expected.arguments ?? {}];
  for (const each of alternatives) if (fitsFields(each, made.arguments) || (await same(made.name, each, made.arguments))) return true;
  return false;
}

/** @param may tools that may be called besides. */
export async function markCalls(
  expected: readonly ExpectedCall[],
  may: readonly string[],
  made: readonly MadeCall[],
  same: Equivalence,
): Promise<CallMarks> {
  const wanted = new Set(expected.map(({ name }) => name));
  const called = new Set(made.map(({ name }) => name));
  const name = [...wanted].every((each) => called.has(each)) && [...called].every((each) => wanted.has(each) || may.includes(each));
  const withArguments = expected.filter((call) => call.arguments !== undefined);
  let right = 0;
  for (const call of withArguments) {
    for (const one of made) {
      if (!(await isRight(call, one, same))) continue;
      right += 1;
      break;
    }
  }
  const args = withArguments.length === 0 ? null : { right, of: withArguments.length };
  return { name, args, call: name && (args === null || right === args.of) };
}
