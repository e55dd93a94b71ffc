import type { Language } from '../../protocol/locale.ts';

/** A certificate that a kind of product must have before it may be sold, and how a catalogue would name it. */
export interface CertificateRule {
  /** Names of the types it is about. */
  readonly types: RegExp;
  /** Any of these among what the item or its seller states is enough. */
  readonly certificate: RegExp;
  readonly name: Readonly<Record<Language, string>>;
}

/**
 * The common cases, Chinese and international names; the first that fits a type decides. This table asks whether one is
 * *stated*: it proves nothing about an item, and a shop's own rules (`comparison.certificates`) come before it.
 */
export const certificateRules: readonly CertificateRule[] = [
  {
    types: /car seat|child restraint|安全座椅/i,
    certificate: /CCC|3C认证|R129|i-size|R44|FMVSS ?213/i,
    name: { zh: 'CCC 或 UN R129', en: 'CCC or UN R129' },
  },
  {
    types: /stroller|pushchair|pram|婴儿车|推车|童车/i,
    certificate: /CCC|3C认证|GB ?14748|EN ?1888|ASTM ?F833/i,
    name: { zh: 'CCC 或 GB 14748', en: 'CCC, GB 14748 or EN 1888' },
  },
  {
    types: /baby sleeping bag|sleeping sack|infant (?:clothing|textile)|婴儿睡袋|婴幼儿服|婴儿服/i,
    certificate: /GB ?31701|class A\b|A ?类|OEKO-TEX|EN ?16781/i,
    name: { zh: 'GB 31701（A 类）', en: 'GB 31701 (class A) or EN 16781' },
  },
  {
    types: /\bcot\b|crib|bassinet|婴儿床|床边床/i,
    certificate: /GB ?28007|EN ?716|EN ?1130|CPSC/i,
    name: { zh: 'GB 28007', en: 'GB 28007 or EN 716' },
  },
  {
    types: /baby monitor|婴儿监护|监护器/i,
    certificate: /GB ?4943|CCC|3C认证|EN ?62368|FCC/i,
    name: { zh: 'GB 4943.1', en: 'GB 4943.1 or EN 62368' },
  },
  {
    types: /\btoys?\b|玩具/i,
    certificate: /CCC|3C认证|GB ?6675|EN ?71|ASTM ?F963/i,
    name: { zh: 'CCC 或 GB 6675', en: 'CCC, GB 6675 or EN 71' },
  },
  {
    types: /e-?bike|electric bicycle|电动自行车|电动车/i,
    certificate: /CCC|3C认证|GB ?17761|EN ?15194|UL ?2849/i,
    name: { zh: 'CCC（GB 17761）', en: 'CCC (GB 17761) or EN 15194' },
  },
];
