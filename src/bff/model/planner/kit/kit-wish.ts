import type { SearchArguments } from '../../../../protocol/search.ts';
import type { Vocabulary } from '../../../catalog/engine.ts';
import { everydayNames } from '../../../language/everyday.ts';
import { findNumbers } from '../../../language/numbers.ts';
import { isWrittenIn } from '../../../language/script.ts';
import { type Lexicon, lexiconOf } from '../read/lexicon.ts';
import { foldText } from '../read/passage.ts';
import type { Wish } from '../wish.ts';
import { type Kit, type KitRole, kits } from './kits.ts';

/** Words that ask for several things that belong together. */
const WHOLE =
  /一(?:整)?套|[全整成]套|套装|套餐|配齐|装备|(?:投影|露营|直播|拍摄|摄影|办公|会议|音响|活动)(?:的)?(?:设备|器材|用品)|全部(?:设备|器材|东西)|都要(?:有|租|买)|\b(?:kits?|bundles?|full set|whole set|(?:camping|projection|streaming|office) set|complete set(?:up)?|setup|set up|outfit|package|everything (?:i|we|you)(?:'d| would)? need|all the (?:gear|equipment)|gear|equipment)\b/;
const PEOPLE =
  /(?:一家|全家)?([\d一二两三四五六七八九十百]+)\s?(?:个人|人|口(?!径|袋)|位|名)|\b(\d+|two|three|four|five|six|seven|eight|ten|twelve|twenty)[ -]?(?:people|persons?|guests|adults|colleagues|of us|pax)\b|\b(?:family|group|party|team) of (\d+|two|three|four|five|six|seven|eight|ten|twelve|twenty)\b/;
const PAIR = /情侣|两口子|夫妻|\bcouple\b/;

/** A part of the kit that this catalogue has a type for. */
export interface Role {
  readonly count: KitRole['count'];
  readonly extra: boolean;
  /** The catalogue's own values. */
  readonly types: readonly string[];
  /** The role's name in the shopper's language. */
  readonly name: string;
  /** Searched as a word too, where the type holds other roles' things: "Projectors & Screens". */
  readonly query: string | null;
  /** How many the shopper asked for, where they said. */
  readonly quantity?: number;
  /** What this part alone must be: of a brand, brighter. */
  readonly own?: Pick<SearchArguments, 'brands' | 'colors' | 'materials' | 'key_features' | 'attributes' | 'sort' | 'sort_attribute'>;
}

/** Whether a part is of some of these types. */
export const sharesType = ({ types }: Pick<Role, 'types'>, others: readonly string[]): boolean =>
  types.some((type) => others.includes(type));

/** A wish for a kit. */
export interface KitWish {
  readonly title: string;
  readonly roles: readonly Role[];
  /** Names of roles the shop has no type for. */
  readonly without: readonly string[];
  /** Heads it is for; null where nobody said. */
  readonly people: number | null;
}

/**
 * The kit a message asks for; null where it asks for none, or the catalogue has fewer than two of its parts.
 * @param message as written.
 */
export function kitWish(message: string, wish: Wish, vocabulary: Vocabulary): KitWish | null {
  const text = foldText(message);
  if (!WHOLE.test(text)) return null;
  const kit = kits.find(({ occasions }) => occasions.some((occasion) => text.includes(occasion)));
  if (!kit) return null;
  const { roles, without } = rolesOf(kit, wish, vocabulary);
  return roles.length < 2 ? null : { title: kit.title[wish.language], roles, without, people: peopleIn(text) };
}

/** The parts of a kit that this catalogue has types for, and names of those it has none for. */
export function rolesOf(kit: Kit, wish: Pick<Wish, 'language'>, vocabulary: Vocabulary): Pick<KitWish, 'roles' | 'without'> {
  const lexicon = lexiconOf(vocabulary);
  const found = kit.roles.map((role) => ({ role, type: typeOf(role, lexicon) }));
  const roles = found.flatMap(({ role, type }): Role[] => {
    if (!type) return [];
    const shared = found.some((other) => other.role !== role && other.type?.types.join() === type.types.join());
    return [
      { count: role.count, extra: role.extra ?? false, types: type.types, name: roleName(role, wish), query: shared ? type.name : null },
    ];
  });
  return { roles, without: found.filter(({ type }) => !type).map(({ role }) => roleName(role, wish)) };
}

/** The catalogue's type for a role, the nearest by name. */
export function typeOf({ types }: KitRole, lexicon: Lexicon): { types: readonly string[]; name: string } | null {
  // A head noun alone is too little here: a baby monitor is no monitor.
  for (const name of types)
    for (const spelled of [name, ...everydayNames(name)]) {
      const meaning = lexicon.phrases.get(foldText(spelled))?.find((each) => each.field === 'product_types' && each.distance < 2);
      if (meaning) return { types: meaning.values, name: spelled };
    }
  return null;
}

/** The role's name in the language of the answer. */
export function roleName({ types }: KitRole, { language }: Pick<Wish, 'language'>): string {
  return types.find((name) => isWrittenIn(name, language)) ?? types[0] ?? '';
}

/** How many people a message speaks of. @param text folded. */
export function peopleIn(text: string): number | null {
  const hit = PEOPLE.exec(text);
  const word = hit?.[1] ?? hit?.[2] ?? hit?.[3];
  if (word === undefined) return PAIR.test(text) ? 2 : null;
  const value = Number(findNumbers(word)[0]?.value ?? WORDS.indexOf(word));
  return Number.isInteger(value) && value > 0 && value < 100_000 ? value : null;
}

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', '', 'twelve'];
