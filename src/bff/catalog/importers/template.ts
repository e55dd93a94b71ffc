import { createHash } from 'node:crypto';
import { parseQuantity } from '../../language/units.ts';
import { readPrice } from './feed/price.ts';
import { RowFault } from './feed/row-fault.ts';

/** What a template is filled from: the row, and what stands beside it under names that start with `@`. */
export type Scope = Readonly<Record<string, unknown>>;

type Operator = (operand: unknown, rest: Readonly<Record<string, unknown>>, fill: (template: unknown) => unknown, field: string) => unknown;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : isEmpty(value) ? [] : [value]);

/** JSON with sorted keys: equal rows have equal text whatever the order of their columns. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null';
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
}

/**
 * Money, exactly. A bare decimal is read as a program writes it (34.9 is the text "34.9", never a float); what people write
 * (`1.299,00 €`) as a price.
 */
function money(value: unknown, rest: Readonly<Record<string, unknown>>, field: string): unknown {
  if (isEmpty(value)) return undefined;
  const currency = String(rest.currency ?? '');
  if (rest.as !== 'minor') return readPrice(value, field, currency);
  const amount = Number(value);
  if (!Number.isSafeInteger(amount)) throw new RowFault(field, `"${value}" is no whole number of minor units`);
  return { amount, currency };
}

/** A stated fact; a text that is a number with a unit becomes one, and several values stay several. */
function fact(value: unknown, rest: Readonly<Record<string, unknown>>): unknown {
  const renamed = isRecord(rest.units) ? rest.units : {};
  const stated = isEmpty(rest.unit) ? undefined : String(rest.unit);
  const unitOf = (unit: string | undefined) => (unit === undefined ? undefined : String(renamed[unit] ?? unit));
  const read = listOf(value).map((each): { value: unknown; unit: string | undefined } => {
    if (typeof each !== 'string') return { value: each, unit: unitOf(stated) };
    const plain = /^-?\d+(?:\.\d+)?$/.test(each.trim()) && stated !== undefined ? Number(each) : undefined;
    if (plain !== undefined) return { value: plain, unit: unitOf(stated) };
    return parseQuantity(each) ?? { value: each.trim(), unit: undefined };
  });
  const [first] = read;
  if (!first) return undefined;
  const unit = read.every((each) => each.unit === first.unit) ? first.unit : undefined;
  // Values in different units stay the texts they were, since a fact has one unit.
  const values = unit === first.unit ? read.map((each) => each.value) : listOf(value).map(String);
  return {
    label: rest.label,
    ...(values.length > 1 ? { values } : { value: values[0] }),
    ...(unit !== undefined && unit !== '' ? { unit } : {}),
  };
}

/** Every operator of a template; `docs/import.md` describes each. The operand is filled before it arrives here. */
export const operators: Readonly<Record<string, Operator>> = {
  $hash: (operand, rest) => {
    const digest = createHash('sha256').update(listOf(operand).map(canonical).join('\n')).digest('hex').slice(0, 16);
    return `${rest.prefix ?? ''}${digest}`;
  },
  $omit: (operand, rest) =>
    isRecord(operand) ? Object.fromEntries(Object.entries(operand).filter(([key]) => !listOf(rest.keys).includes(key))) : undefined,
  $join: (operand, rest) =>
    listOf(operand)
      .filter((part) => !isEmpty(part))
      .map(String)
      .join(String(rest.with ?? ' ')),
  $split: (operand, rest) =>
    isEmpty(operand)
      ? undefined
      : String(operand)
          .split(String(rest.by ?? ','))
          .map((part) => part.trim())
          .filter((part) => part !== ''),
  $map: (operand, rest, fill) => {
    const table = isRecord(rest.to) ? rest.to : {};
    const key = String(operand);
    return Object.hasOwn(table, key) ? fill(table[key]) : fill(rest.else);
  },
  $match: (operand, rest) => {
    const match = isEmpty(operand) ? null : new RegExp(String(rest.pattern), 'u').exec(String(operand));
    return match?.[1] ?? match?.[0];
  },
  $first: (operand) => listOf(operand).find((part) => !isEmpty(part)),
  $at: (operand, rest) => (Array.isArray(operand) ? operand[Number(rest.index ?? 0)] : undefined),
  $get: (operand, rest) => (isRecord(operand) ? operand[String(rest.key)] : undefined),
  $max: (operand) => (isEmpty(operand) ? undefined : Math.max(...listOf(operand).map(Number))),
  $min: (operand) => (isEmpty(operand) ? undefined : Math.min(...listOf(operand).map(Number))),
  $product: (operand) => (isEmpty(operand) ? undefined : listOf(operand).reduce((product: number, each) => product * Number(each), 1)),
  $money: (operand, rest, _fill, field) => money(operand, rest, field),
  $fact: (operand, rest) => fact(operand, rest),
  $stock: (operand) => {
    const quantity = isEmpty(operand) ? Number.NaN : Number(operand);
    return Number.isSafeInteger(quantity)
      ? { available: quantity > 0, status: quantity > 0 ? 'in_stock' : 'out_of_stock', quantity: Math.max(0, quantity) }
      : undefined;
  },
  $entries: () => undefined,
};

function valueAt(scope: Scope, path: string): unknown {
  let value: unknown = scope;
  for (const step of path.split('.')) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isRecord(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

/** Operands that are filled later, with more in scope, or only if chosen. */
const LAZY = new Set(['to', 'else', 'key', 'value']);

/**
 * Fills a template: `"$a.b"` is the value at that path, an object with an operator is its result, everything else stays.
 * What comes out empty is left out, and lists inside lists are joined.
 * @throws RowFault
 */
export function fillTemplate(template: unknown, scope: Scope, field = ''): unknown {
  const inner = (part: unknown, name: string | number) => fillTemplate(part, scope, field === '' ? String(name) : `${field}.${name}`);
  if (typeof template === 'string') return template.startsWith('$') ? valueAt(scope, template.slice(1)) : template;
  if (Array.isArray(template)) return template.flatMap((part, index) => listOf(inner(part, index)));
  if (!isRecord(template)) return template;
  if ('$if' in template && isEmpty(fillTemplate(template.$if, scope, field))) return undefined;
  if ('$entries' in template) return entries(template, scope, field);
  const name = Object.keys(template).find((key) => key.startsWith('$') && key !== '$if');
  const operator = name === undefined ? undefined : operators[name];
  if (name !== undefined && operator) {
    const rest = Object.fromEntries(
      Object.entries(template)
        .filter(([key]) => !key.startsWith('$'))
        .map(([key, part]) => [key, LAZY.has(key) && name !== '$get' ? part : fillTemplate(part, scope, field)]),
    );
    // An operand's own list keeps its holes, so that `$first` and `$hash` see every place.
    const operand = template[name];
    const filled = Array.isArray(operand) ? operand.map((part) => fillTemplate(part, scope, field)) : fillTemplate(operand, scope, field);
    return operator(filled, rest, (part) => fillTemplate(part, scope, field), field);
  }
  const filled = Object.entries(template)
    .filter(([key]) => key !== '$if')
    .map(([key, part]) => [key, inner(part, key)] as const);
  return Object.fromEntries(filled.filter(([key, part]) => !isEmpty(part) || (key === 'offers' && Array.isArray(part))));
}

/** `$entries`: one entry for each of a record's, with `@key` and `@value` in scope; `skip` lists keys to leave out. */
function entries(template: Record<string, unknown>, scope: Scope, field: string): unknown {
  const source = fillTemplate(template.$entries, scope, field);
  if (!isRecord(source)) return undefined;
  const skipped = listOf(template.skip);
  const filled = Object.entries(source)
    .filter(([key]) => !skipped.includes(key))
    .map(([key, value]) => {
      const own = { ...scope, '@key': key, '@value': value };
      return [String(fillTemplate(template.key ?? '$@key', own, field)), fillTemplate(template.value, own, `${field}.${key}`)] as const;
    });
  return Object.fromEntries(filled.filter(([, value]) => !isEmpty(value)));
}
