import * as v from 'valibot';
import { askBodySchema, type DirectiveName } from '../../protocol/directives.ts';
import { Cleaner } from '../guard/reader/clean.ts';
import { Reader } from '../guard/reader/reader.ts';
import { splitIds } from '../guard/rules/ids.ts';

/** A tag that the guard's reader could read, with the ids it asks cards for. */
export interface ReadDirective {
  readonly name: DirectiveName;
  readonly ids: readonly string[];
}

/** A tag that is none, and why. */
export interface BrokenDirective {
  readonly subject: string;
  readonly reason: string;
  /** A call or a tool's answer written as text. */
  readonly is_call: boolean;
}

/** What stands in one step's text. */
export interface ReadText {
  readonly directives: readonly ReadDirective[];
  readonly broken: readonly BrokenDirective[];
  /** The words without tags. */
  readonly words: string;
}

const SUBJECT = 120;
const CALL_MARK = /tool|function|invoke|parameter|observation/i;
const TAGGED = /[<＜◁[`~]/;

/** Ids that a tag needs, by its name; null where it lacks what it cannot be without. */
function idsOf(name: DirectiveName, attributes: ReadonlyMap<string, string>): readonly string[] | null {
  if (name === 'moreItems') return [];
  const listed = name === 'compareTable' || name === 'bundleCard';
  const value = attributes.get(listed ? 'ids' : 'id');
  if (value === undefined) return null;
  return listed ? splitIds(value) : [value];
}

function isAsk(body: string): boolean {
  try {
    return v.is(askBodySchema, JSON.parse(body));
  } catch {
    return false;
  }
}

/** Reads a step's text with the guard's own reader, so that a tag counts here exactly when it would become a card there. */
export function readDirectives(text: string): ReadText {
  if (!TAGGED.test(text)) return { directives: [], broken: [], words: text };
  const directives: ReadDirective[] = [];
  const broken: BrokenDirective[] = [];
  const miss = (subject: string, reason: string, is_call = false): void => {
    broken.push({ subject: subject.slice(0, SUBJECT), reason, is_call });
  };
  let words = '';
  const reader = new Reader({
    text: (part) => {
      words += part;
    },
    mark: () => undefined,
    directive(name, attributes) {
      if (name === 'askCard') return;
      const ids = idsOf(name, attributes);
      if (ids === null) miss(name, 'the tag names no item');
      else if ((name === 'compareTable' || name === 'bundleCard') && new Set(ids).size < 2) miss(name, 'it needs two items or more');
      else directives.push({ name, ids });
    },
    ask(body) {
      if (isAsk(body)) directives.push({ name: 'askCard', ids: [] });
      else miss(body, 'it is no question with two to six options');
    },
    dropped(rule, subject, reason) {
      // Thinking aloud and stray chat tokens are taken out of an answer; they claim nothing.
      if (rule !== 'machinery') miss(subject, reason);
      else if (CALL_MARK.test(subject)) miss(subject, reason, true);
    },
  });
  const cleaner = new Cleaner();
  reader.write(cleaner.write(text) + cleaner.end());
  reader.end();
  return { directives, broken, words };
}
