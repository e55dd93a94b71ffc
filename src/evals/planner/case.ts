import { type Constraint, parseConstraint } from './constraint.ts';

/**
 * One case as it is written: what is said (` >> ` between the messages of a conversation; the last answer counts) and what
 * a right answer is, conditions and marks divided by `;`. Marks: `asks` a question card as well, `helps` a card or a question,
 * `talk` an answer without a search, `fresh` no card of the answer before, `others` no variant of one either, `order=KEY`, `says=PATTERN`, `card=PART` another card, `kit<=N` a kit whose
 * rent and price together are at most N.
 * With conditions alone: every card meets all of them and there is one, or, where no item of the catalogue does, none is
 * shown without a word that not everything fits.
 */
export type Written = readonly [say: string, right: string];

/** Cases of one catalogue in one language. Nothing is tuned on those that are held out. */
export interface CaseFile {
  readonly catalogue: string;
  readonly locale: string;
  readonly tuned: readonly Written[];
  readonly held_out: readonly Written[];
}

export interface Case {
  readonly messages: readonly string[];
  readonly constraints: readonly Constraint[];
  readonly asks: boolean;
  readonly helps: boolean;
  readonly talk: boolean;
  readonly fresh: boolean;
  readonly others: boolean;
  readonly order?: string;
  readonly says?: RegExp;
  readonly card?: string;
  readonly kit?: number;
}

/** @throws when the notation is wrong. */
export function parseCase([say, right]: Written): Case {
  const parts = right
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const marked = (name: string): string | undefined => parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  const kit = parts.find((part) => part.startsWith('kit<='));
  const marks = /^(?:asks$|helps$|talk$|fresh$|others$|order=|says=|card=|kit<=)/;
  const [order, says, card] = [marked('order'), marked('says'), marked('card')];
  return {
    messages: say.split(' >> '),
    constraints: parts.filter((part) => !marks.test(part)).map(parseConstraint),
    asks: parts.includes('asks'),
    helps: parts.includes('helps'),
    talk: parts.includes('talk'),
    fresh: parts.includes('fresh'),
    others: parts.includes('others'),
    ...(order === undefined ? {} : { order }),
    ...(says === undefined ? {} : { says: new RegExp(says, 'i') }),
    ...(card === undefined ? {} : { card }),
    ...(kit === undefined ? {} : { kit: Number(kit.slice(5)) }),
  };
}
