import { hasHan } from '../../../language/script.ts';
import { fold, hanWords } from '../../../language/tokens.ts';
import type { ToolDefinition } from '../../port.ts';

/** A tool of the shop's own that a message clearly asks for, with its arguments read from the message. */
export interface ShopToolCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, string | number>>;
}

/** Aisle's tools: those the planner calls for reasons of its own. */
const OWN: ReadonlySet<string> = new Set(['search_db', 'get_item', 'compare_items', 'knowledge_search', 'order_query', 'logistics_query']);
/** Words of the message that a tool must share before it is the one meant. */
const SHARED = 2;
const EMPTY = new Set(
  'a an the of for in on at to is are do does what which when where how much many i my your you it this that and or with from me tell please can could would about get give look looks check returns return shop tool by'.split(
    ' ',
  ),
);

const stem = (word: string): string => (word.length < 4 ? word : word.replace(/(?:ings?|ed|ies|es|s|e|y)$/, ''));
const latin = (text: string): string[] => (fold(text).match(/[a-z]+/g) ?? []).filter((word) => !EMPTY.has(word)).map(stem);

/**
 * The shop's own tool that a message asks for: several words of it stand in the tool's name and description, one of them in its
 * name, and every required argument can be read from the message. Anything less is left to a model that understands.
 * @param message as written; capitals name places.
 */
export function shopToolAsked(message: string, tools: readonly ToolDefinition[]): ShopToolCall | null {
  let best: (ShopToolCall & { readonly shared: number }) | null = null;
  for (const tool of tools) {
    if (OWN.has(tool.name)) continue;
    const shared = sharedWords(message, tool);
    if (shared < SHARED || shared <= (best?.shared ?? 0)) continue;
    const args = argumentsFrom(message, tool.parameters);
    if (args) best = { name: tool.name, arguments: args, shared };
  }
  return best && { name: best.name, arguments: best.arguments };
}

function sharedWords(message: string, { name, description }: ToolDefinition): number {
  const said = new Set(latin(message));
  // The name begins with that of its server, which is no word of the tool.
  const named = latin(name.split('_').slice(1).join(' ') || name);
  const described = new Set([...named, ...latin(description)]);
  const shared = [...said].filter((word) => described.has(word)).length;
  const han = new Set(hanWords(message).filter((word) => description.includes(word)));
  if (han.size > 0) return [...han].join('').length >= 4 ? SHARED + han.size : han.size;
  return named.some((word) => said.has(word)) ? shared : 0;
}

/** Arguments of a closed list, a number, a place or a number on paper; null where a required one cannot be read. */
function argumentsFrom(message: string, parameters: ToolDefinition['parameters']): Record<string, string | number> | null {
  const { properties, required } = parameters as {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
  };
  const args: Record<string, string | number> = {};
  for (const [name, schema] of Object.entries(properties ?? {})) {
    const value = argumentFrom(message, name, schema);
    if (value !== null) args[name] = value;
    else if (required?.includes(name)) return null;
  }
  return args;
}

interface PlainSchema {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: unknown;
}

function argumentFrom(message: string, name: string, schema: unknown): string | number | null {
  const { type, enum: choices, description } = (typeof schema === 'object' && schema !== null ? schema : {}) as PlainSchema;
  if (choices) {
    const chosen = choices.filter((choice): choice is string => typeof choice === 'string' && holdsWord(message, choice));
    return chosen.length === 1 ? (chosen[0] ?? null) : null;
  }
  if (type === 'integer' || type === 'number') {
    const number = /(?<![\w.])\d+(?:\.\d+)?(?![\w.])/.exec(message)?.[0];
    const value = number === undefined ? Number.NaN : Number(number);
    return Number.isFinite(value) && (type === 'number' || Number.isInteger(value)) ? value : null;
  }
  if (type !== 'string') return null;
  const about = `${name.replaceAll('_', ' ')} ${typeof description === 'string' ? description : ''}`;
  if (/\b(?:code|number|card|id|sku|coupon|voucher)\b|编号|卡号|号码|券码/i.test(about)) return NUMBER.exec(message)?.[0] ?? null;
  if (/\b(?:city|place|town|store|branch|location|address|region)\b|城市|门店|地区|分店/i.test(about)) return placeIn(message);
  return null;
}

/** Letters and digits together, or four digits and more: what stands on a card. */
const NUMBER = /(?<![\p{L}\d])(?=[A-Za-z\d-]*\d)[A-Za-z\d][A-Za-z\d-]{3,30}(?![\p{L}\d])/u;
const PLACE_EN = /\b(?:in|at|near|for)\s+(?:the\s+)?(\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,2})/u;
const PLACE_ZH = /(?:在|到|去|问一?下|请问)?([\p{Script=Han}]{2,3}?)(?:市)?(?:的)?(?:分|门|旗舰)?店/u;

function placeIn(message: string): string | null {
  const place = PLACE_EN.exec(message)?.[1] ?? PLACE_ZH.exec(message)?.[1];
  return place !== undefined && !/^(?:你们|这家|那家|哪家|我们|贵)/.test(place) ? place : null;
}

const holdsWord = (message: string, word: string): boolean =>
  ` ${fold(message).replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${fold(word)} `) || (hasHan(word) && message.includes(word));
