import type { conditions } from '../../../../protocol/item.ts';
import type { AttributeInfo } from '../../../catalog/engine.ts';
import type { Draft } from './draft.ts';
import type { Kinds } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';
import { endsWord, startsWord } from './match.ts';
import { negationAt } from './negation.ts';
import type { Passage } from './passage.ts';

type Condition = (typeof conditions)[number];

const CONDITIONS: readonly (readonly [RegExp, readonly Condition[]])[] = [
  [/全新(?:的|机)?|\bbrand[ -]new\b/g, ['new']],
  [/(?:准新|9成9新|九九新|99新|几乎全新)(?:的|机)?|\blike[ -]new\b/g, ['like_new']],
  [/(?:官方?)?翻新(?:的|机)?|官翻|\b(?:refurbished|renewed|refurb)\b/g, ['refurbished']],
  [/开箱|拆封|\bopen[ -]box\b/g, ['open_box']],
  [
    /二手(?:的|机)?|[八九]成新|\b(?:second[ -]?hand|pre[ -]?owned|used(?= (?:ones?|items?|condition|only)|$))/g,
    ['open_box', 'like_new', 'very_good', 'good', 'fair', 'refurbished'],
  ],
];

/** 免押 and its many names, before any "no" is read as a refusal. */
const DEPOSIT_FREE =
  /免押金?|[零0无]押金?|(?:不要|不用|不收|不需要|没有|不想)(?:交|付)?押金|押金(?:全)?免|\b(?:no|zero|without (?:a |any )?|free of|waived?) ?deposits?\b|\bdeposit[ -]?(?:free|waived)\b|\bwaive (?:the )?deposit\b/g;
const IN_STOCK = /有现?货的?|现货|\bin stock\b|\bavailable (?:now|today|immediately)\b/g;
/** An attribute's value that says the thing lacks it. */
const LACKING = /^(?:no|none|false|non|not|without|n\/a|否|无|没有|不支持|不带)\b|^(?:否|无|没有|不支持|不带)/i;

/** Reads conditions of the thing and of the deal that are words of their own in every shop. */
export function readDeal(passage: Passage, draft: Draft): void {
  if (passage.take(DEPOSIT_FREE)) draft.deposit_free = true;
  if (passage.take(IN_STOCK)) draft.in_stock = true;
  for (const [pattern, values] of CONDITIONS) {
    const [hit] = passage.takeAll(pattern);
    if (!hit) continue;
    if (negationAt(passage.text, { start: hit.index, end: hit.index + hit[0].length }, null))
      draft.exclude.conditions = [...new Set([...(draft.exclude.conditions ?? []), ...values])];
    else draft.conditions = [...new Set([...draft.conditions, ...values])];
  }
}

/** "modular", "带 WiFi": an attribute named by itself asks that the thing has it; "non-modular", 不带 that it has not. */
export function readBareAttributes(passage: Passage, lexicon: Lexicon, kinds: Kinds, draft: Draft): void {
  const { text } = passage;
  const asked = new Set(draft.attributes.map((filter) => filter.name));
  for (const [name, attributes] of lexicon.attributeNames) {
    const at = text.indexOf(name);
    if (at < 0 || !startsWord(text, at) || !endsWord(text, at + name.length) || !passage.isFree(at, at + name.length)) continue;
    const attribute = attributes.find((candidate) => !asked.has(candidate.key) && kinds.state(candidate));
    if (!attribute) continue;
    const negation = negationAt(text, { start: at, end: at + name.length }, null);
    const filter =
      attribute.type === 'boolean'
        ? ({ op: 'eq', value: negation === null } as const)
        : presence(
            attribute,
            negation !== null,
            WITH.test(text.slice(0, at)),
            INCLUDED.test(text.slice(Math.max(0, at - 24), at + name.length + 12)),
          );
    // The name of a figure or a text says what the talk is about, and is no condition.
    passage.claim(at, at + name.length);
    if (!filter) continue;
    if (negation) passage.claim(negation.start, negation.end);
    draft.attributes.push({ name: attribute.key, ...filter });
    asked.add(attribute.key);
  }
}

/** Words that ask that a thing has something. */
const WITH = /(?:带|配|自带|要有|\b(?:with|has|having|including)(?: an?)?)\s?$/;

/** Words that ask that it comes in the box, not only that it could be had. */
const INCLUDED = /\bcomes? with\b|\bincluded\b|\bincluding\b|\bin the box\b|附赠|附带|随附|自带|标配|赠送|送/;

/** A condition that a text attribute says the thing has (or lacks) what it is named after; null where none of its values says no. */
function presence(
  attribute: AttributeInfo,
  lacking: boolean,
  having: boolean,
  included: boolean,
): { op: 'in' | 'not_in'; value: string[] } | null {
  if (attribute.type !== 'text') return null;
  const boxed = attribute.values.filter((term) => /\bincluded\b|附赠|随附|标配/i.test(term.value)).map((term) => term.value);
  if (included && !lacking && boxed.length > 0) return { op: 'in', value: boxed };
  const values = attribute.values.filter((term) => LACKING.test(term.value)).map((term) => term.value);
  // Where only things that have it state it, to state it is to have it.
  if (values.length === 0 && having && !lacking) return { op: 'not_in', value: ['no'] };
  return values.length === 0 ? null : { op: lacking ? 'in' : 'not_in', value: values };
}
