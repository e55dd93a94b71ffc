import { hasHan } from '../../../language/script.ts';
import { plainText } from './directives.ts';
import type { RememberedFact, Words } from './words.ts';

const conditions: Readonly<Record<string, string>> = {
  query: 'the description',
  brands: 'the brand',
  models: 'the model',
  key_features: 'the feature',
  use_cases: 'the use',
  audience: 'who it is for',
  offer_kind: 'renting or buying',
  buyout: 'the buy-out',
  price_range: 'the price',
  rental_days: 'the rental length',
  start_date: 'the start date',
  deposit_max: 'the deposit',
  deposit_free: 'the deposit',
  service_guarantees: 'the guarantee',
  conditions: 'the condition',
  colors: 'the color',
  sizes: 'the size',
  materials: 'the material',
  rating_min: 'the rating',
  in_stock: 'being in stock',
  quantity: 'the quantity',
};

/** Whether a label reads as a thing that can be had: "weight", unlike "suits up to". */
const isNoun = (label: string): boolean =>
  !/^(?:suits?|fits?|sleeps?|holds?|works?|takes?|made|comes?|has|is|can|needs?|supports?|folds?)\b|\b(?:to|for|with|from|of|in|at|by|per)$/i.test(
    label,
  );

export const en: Words = {
  talk: {
    greeting: 'Hello, I am the automatic adviser of this shop. Tell me what you are looking for, or what it is for.',
    thanks: 'You are welcome. Ask whenever you want to see something else.',
    bye: 'Goodbye.',
    who: 'I am the automatic adviser of this shop: a program, not a person. You say what you need, and I look through what the shop has.',
    help: 'I can look through the shop by type, brand, price, rental length, feature and use, and sort by price, rating or a stated figure. What do you need?',
    person: 'I am an automatic adviser and cannot connect you myself.',
    fine: 'All right. If you want to go on, tell me what else matters.',
    policy: 'I cannot look up the rules of the shop here, so please ask the shop. I can go on looking for products.',
    order: 'I cannot look up orders here. Please see the order page of the shop.',
    tracking: 'I cannot look up deliveries here. Please see the order page of the shop.',
    'off-topic':
      'I cannot help with that. I can look for products in this shop, compare them, and look up its rules and your orders. What do you need?',
    unclear: 'I did not understand that. What kind of product are you looking for, or what is it for?',
  },
  found: (total, shown, noun) => {
    if (total === 1) return noun ? `One ${singularOf(noun)} fits:` : 'One fits:';
    const what = noun ? `${total} ${pluralOf(noun)} fit` : `${total} fit`;
    return total <= shown
      ? `${what}:`
      : `${what}. Here ${shown === 1 ? 'is one' : `are ${['', '', 'two', 'three'][shown] ?? 'some'}`} to start with:`;
  },
  ordered: (order) =>
    ({
      price_asc: 'Lowest price first.',
      price_desc: 'Highest price first.',
      deposit_asc: 'Lowest deposit first.',
      rating: 'Best rated first.',
      popularity: 'Most popular first.',
      newest: 'Newest first.',
    })[order],
  orderedBy: (attribute, ascending) => `Sorted by ${attribute}, ${ascending ? 'lowest' : 'highest'} first.`,
  noMore: {
    cheaper: (name) => (name ? `Of what fits, nothing costs less than the ${name}.` : 'Nothing cheaper fits.'),
    dearer: 'Nothing that fits costs more than those.',
    others: 'You have seen everything that fits. Tell me which condition may give way.',
  },
  noMoreOf: (quality) => `Of what fits, those already go furthest in ${quality}.`,
  widened: (names, total, noun) =>
    `${noun ? `No ${singularOf(noun)} fits` : 'Nothing fits'} all of that. ${total > 0 ? `Leaving out ${enJoin(names)}, there ${total === 1 ? 'is 1' : `are ${total}`}:` : `These leave out ${enJoin(names)}:`}`,
  unmentioned: (wanted, total, noun) =>
    `No description here mentions ${enJoin(wanted.map(enQuoted))}. By everything else, ${total} ${noun ? (total === 1 ? singularOf(noun) : pluralOf(noun)) : ''} fit${total === 1 ? 's' : ''}:`.replace(
      '  ',
      ' ',
    ),
  onlyRented: (total, noun) => `No ${noun ? singularOf(noun) : 'item'} is sold in that price range, but ${total} can be rented:`,
  nearest: (name, noun) =>
    isNoun(name)
      ? `No ${noun ? singularOf(noun) : 'item'} has ${name} in that range. The nearest:`
      : `No ${noun ? singularOf(noun) : 'item'} is in that range by ${enQuoted(name)}. The nearest:`,
  notStated: (names, noun) =>
    `${capital(enJoin(names))} ${names.length > 1 ? 'are' : 'is'} not stated for these${noun ? ` ${pluralOf(noun)}` : ''}, so I cannot choose by it.`,
  otherwise: (total) => (total === 1 ? 'By everything else, one fits:' : `By everything else, ${total} fit:`),
  nothing: (noun) => `The shop has no ${noun ? singularOf(noun) : 'item'} that fits all of that. You could loosen a condition or two.`,
  notCarried: (wanted) => `We do not carry anything for ${enJoin(wanted.map(enQuoted))}.`,
  carries: (types) => `The shop has ${enJoin(types.map(manyOf))}, among others.`,
  saleOnly: 'This shop sells and does not rent out.',
  leaseOnly: 'This shop rents out and does not sell.',
  foreignPrice: (currency) => `Prices here are in ${currency} and I cannot convert, so I left the price out.`,
  searchFailed: "The shop's search does not answer right now. I kept your question; try again in a moment.",
  repair: 'Those items could not be shown. Put it another way, or name what matters most, and I will look again.',
  compareUnavailable: 'Which ones? Name the models, or let me find some first and then say “compare the first two”.',
  oneInCart: 'There is only one thing in your cart. Name what to set beside it, or let me find something like it.',
  rentOrBuy: {
    costs: (name, days, rent, price) =>
      `${name}: for ${days} ${days === 1 ? 'day' : 'days'} renting is ${rent} in all, against ${price} to buy.`,
    bought: (name, price) => `${name}: buying is ${price}.`,
    weighed: (text) => `${capital(text)}.`,
    onlyLet: (name) => `${name}: to rent only.`,
    onlySold: (name) => `${name}: for sale only.`,
    neither: (name) => `${name}: no price is stated.`,
  },
  costs: {
    kit: 'The card of the kit sums it up: rent, price and deposit.',
    each: 'Each by itself:',
    line: (name, ways) => `${name}: ${ways.join(' ')}`,
    howLong: 'Tell me for how many days, and I will reckon the rent in all.',
  },
  shownOnly: (count) => `${count === 1 ? 'Only this one is' : `Only these ${count} are`} shown here. Say “show me others” to see more.`,
  compared: {
    winner: (name, label, figure) => `For ${label}, ${name} is better${figure ? `: ${figure}` : ''}.`,
    undecided: (label) => `There is no better one in ${label}.`,
    unstated: 'The shop does not state that for all of them.',
    leads: (name, labels) => `${name} leads in ${labels}`,
    joined: (leads) => `${leads.join('; ')}.`,
    even: 'Where one could be better than another, they are level; the table shows what differs.',
    differ: (types) => `These are different kinds of things (${types.join(', ')}), so only what they all state can be set side by side.`,
    yours: 'So it depends on what matters to you.',
  },
  kit: {
    here: (title, people, members) =>
      `${title}${people === null ? '' : ` for ${people} ${people === 1 ? 'person' : 'people'}`}, ${members} things:`,
    over: 'That budget does not cover it. The cheapest kit is this one:',
    alone: 'Then only this one is left:',
    none: 'What the shop has does not make such a kit. Tell me which part matters most and I will look for it.',
    without: (names) => `There is no fitting ${names.join(' or ')}, so it is not in it.`,
    spared: (names) => `To keep the cost down, it goes without ${enJoin(names)}.`,
    unmet: (names) =>
      `Nothing fits what you said of the ${enJoin(names)}, so ${names.length > 1 ? 'these are others' : 'this is another'}.`,
    stays: (name) => `No other ${name} here fits that, so it stays as it was.`,
    small: (names) => `No ${names.join(' or ')} holds that many people; this is the largest.`,
  },
  videos: (count) => (count > 1 ? 'These have a video:' : 'This one has a video:'),
  noVideo: 'What you have seen has no video.',
  remembered: (facts) => `As you said before: ${facts.map(enRemembered).join(', ')}.`,
  itemUnavailable:
    'For details of this one please see the page; I cannot look up more here. Tell me what you need and I will look for what fits.',
  itemFacts: 'This is what the shop states about it:',
  itemNotStated: 'The shop does not state that for this one. What is known stands here:',
  browse: 'Gladly. Tell me the kind of thing or what it is for, and I will look for it.',
  whatFor: 'What kind of thing are you looking for?',
  quoted: enQuoted,
  condition: (parameter) => conditions[parameter] ?? 'one condition',
  question: (field, label, noun) => {
    const what = noun ? `the ${noun}` : 'it';
    switch (field) {
      case 'product_types':
        return noun ? `Which kind of ${pluralOf(noun)}?` : 'Which kind of product?';
      case 'use_cases':
        return `What will ${what} mainly be for?`;
      case 'audience':
        return `Who will use ${what}?`;
      case 'brands':
        return `Any brand you prefer for ${what}?`;
      case 'key_features':
        return `What matters most about ${what}?`;
      case 'colors':
        return `Which color for ${what}?`;
      default:
        return `Which ${/^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label} for ${what}?`;
    }
  },
  inOtherWords: (said, found) => `The shop does not write ${enJoin(said.map(enQuoted))}; I looked for ${enJoin(found.map(enQuoted))}.`,
  values: (label, values, noun, more) =>
    `${label}${noun ? ` of the ${pluralOf(noun)}` : ''}: ${values.map((each) => `${plainText(each.label)} (${each.count})`).join(', ')}${more ? ' and others' : ''}.`,
  notTold: (noun) => `That is not stated for ${noun ? `the ${pluralOf(noun)}` : 'what I found'}, so I cannot list it.`,
  join: enJoin,
};

function enQuoted(words: string): string {
  return `“${plainText(words).slice(0, 60)}”`;
}

function enJoin(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A kind of thing inside a sentence: graphics cards, memory; abbreviations keep their capitals. */
function manyOf(type: string): string {
  const small = type.replace(/\p{L}+/gu, (word) => (word === word.toUpperCase() && word.length > 1 ? word : word.toLowerCase()));
  return MASS.test(small) ? small : pluralOf(small);
}

/** Words that have no plural. */
const MASS =
  /\b(?:memory|storage|software|furniture|audio|video|care|paste|gear|clothing|equipment|decoration|jewell?ery|music|food|luggage|lighting)$/;

function pluralOf(noun: string): string {
  if (/\bmouse$/.test(noun)) return noun.replace(/mouse$/, 'mice');
  if (/[^s]s$/.test(noun) || hasHan(noun)) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function singularOf(noun: string): string {
  if (/[^aeiou]ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(noun)) return noun.slice(0, -2);
  return /[^su]s$/.test(noun) && !/(?:lens|us|is)$/.test(noun) ? noun.slice(0, -1) : noun;
}

function enRemembered(fact: RememberedFact): string {
  switch (fact.kind) {
    case 'days':
      return fact.days === 1 ? 'for 1 day' : `for ${fact.days} days`;
    case 'lease':
      return 'to rent';
    case 'sell':
      return 'to buy';
    case 'budget':
      return 'the same budget';
    case 'not-brands':
      return `not ${enJoin(fact.brands.map(plainText))}`;
    case 'looked-at':
      return `by ${plainText(fact.label).toLowerCase()}, which you looked at when comparing`;
  }
}
