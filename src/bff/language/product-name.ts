import { makers } from './makers.ts';

/** A product a text names: its maker where one is recognised, and what tells it from the maker's others. */
export interface ProductName {
  readonly text: string;
  /** In lower case; absent where the maker is not one that is known. */
  readonly maker?: string;
  /** Folded as {@link squeezed}: `a7cii`, `x100v`. */
  readonly designation: string;
}

/** Lower case without blanks and hyphens, so that "A7C II", "A7C-II" and "a7cii" are one. */
export const squeezed = (text: string): string => text.toLowerCase().replace(/[\s\-‑–_·]+/g, '');

/** Text as rendered: marks of emphasis do not part a name. */
export const withoutMarks = (text: string): string => text.replace(/[*_`]/g, '');

const SERIES = String.raw`(?:(?:[A-Z][A-Za-z]{1,9}|[a-z]?[A-Z]{2,4})[ -]?){0,2}`;
/** Letters and figures together: A7C, X100V, EOS-R5, S24. */
const CODE = String.raw`[A-Z]{1,4}[a-z]{0,2}[- ]?\d{1,5}[A-Za-z]{0,3}`;
const SUFFIX = String.raw`(?:[- ]?(?:II|III|IV|V|VI|Pro|Max|Mini|Plus|Ultra|Air|Lite|Mark [IVX\d]+)(?![A-Za-z]))*`;
const UNIT_NEXT =
  String.raw`(?! ?(?:款|台|个|件|种|家|项|次|天|年|月|日|号|元|块|折|%|kg|g|mm|cm|m\b|inch|W|Wh|mAh|GB|TB|Hz|fps|K\b|p\b|x\b|lm|dB|` +
  String.raw`models?|items?|cameras?|options?|products?|days?|years?|of\b|to\b|or\b|and\b|in\b|stars?|times|,\d|\.\d))`;

/** Words before a code that make it a specification, a standard, a place in a list or the start of a sentence. */
const NO_MAKER = new Set(
  `the this that these those our your its his her their both all each with for via use uses using and or but from in on at as to of than
class type size mode mount port chip codec sensor grade level page step option version room day part section bit band figure table
usb hdmi wifi wi-fi bluetooth iso ip ipx led lcd oled hdr ddr lpddr ssd hdd pcie nvme cpu gpu ram windows android ios macos intel core ryzen
amd nvidia geforce rtx gtx snapdragon dolby thunderbolt displayport ethernet cat dci rec gamut grip battery batteries film paper lens filter
standard certified norm rating android harmony chapter row seat gate flight order number no model qi nfc gps ac ax be sd microsd uhs cfexpress`.split(
    /\s+/,
  ),
);
/** Codes that many things share. */
const COMMON =
  /^(?:usb|hdmi|dp|bt|wifi|ipx?|iso|en|un|gb|ece|ce|din|h|x|av|mp|hdr|ddr|lpddr|pcie?|uhs|v|u|a|b|e|f|m|p|cr|lr|cat|ac|ax|be|d|q|no|t|g|r|co|pm|gen|ch|lv|uv|spf|upf|ral|pa|nm|type|qc|pd)\d{1,4}[a-z]?$/;
const SPECIFIED =
  /^ ?(?:chip|processor|sensor|port|cable|mount|battery|batteries|screen|standard|codec|paper|bulb|base|gamut|profile|compatible|certified|rated|waterproof|芯片|处理器|接口|卡口|电池|标准|编码|认证|级|防水|防护|色域|灯头|纸)/i;
const ORDINARY =
  /^(?:Store|Shop|Official|Flagship|Care|Warranty|Support|Kit|Brand|Team|Outlet|Rental|Rentals|Products?|Items?|Is|Are|Has|And|Or|The|A|It|In|For|With|On|Offers?)$/;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
const isLatin = (word: string): boolean => /^[\u0020-\u024f]+$/.test(word);

/** Recognises products by name with the makers everybody knows and those of one shop. */
export class ProductNames {
  readonly #shop: ReadonlySet<string>;
  readonly #known: RegExp;
  static readonly #unknown = new RegExp(String.raw`(?<![\w-])([A-Z][a-z]{2,}|[A-Z]{2,})[ -](${CODE}${SUFFIX})(?![\w-])`, 'g');
  static readonly #pointed = new RegExp(
    String.raw`(?:推荐|这款|这台|这部|那款|那台|一款|一台|型号是?|还有|看看|入手|不如|或者)[「《“" ]?(${CODE}${SUFFIX})(?![\w-])`,
    'g',
  );

  /** @param brands of the shop, in any case and both languages. */
  constructor(brands: Iterable<string>) {
    this.#shop = new Set([...brands].map((brand) => brand.trim().toLowerCase()).filter((brand) => brand.length > 1));
    const all = [...new Set([...this.#shop, ...makers])].sort((a, b) => b.length - a.length);
    const either = all.map((word) => (isLatin(word) ? String.raw`(?<![\w])${anyCase(word)}(?![a-z\d])` : escaped(word))).join('|');
    const tail = String.raw`(?:${SERIES}(?:${CODE}|\d{1,4}[A-Za-z]{0,2}(?![\d])${UNIT_NEXT})${SUFFIX}|[A-Z][a-z]{2,}(?:[ -][A-Z][a-z]{2,})?)`;
    this.#known = new RegExp(String.raw`(${either})(?:['’]s|的)?[ -]?[「“"]?(${tail})(?![\w])`, 'g');
  }

  /** Products named in a text, in its order. @param plain a text {@link withoutMarks}. */
  find(plain: string): (ProductName & { readonly start: number; readonly end: number })[] {
    const names: (ProductName & { start: number; end: number })[] = [];
    for (const hit of plain.matchAll(this.#known)) {
      const [whole, maker = '', tail = ''] = hit;
      const folded = maker.toLowerCase();
      const numbered = /\d/.test(tail);
      const word = tail.split(/[ -]/)[0] ?? '';
      // "Sony Store", "Canon Mount": without a figure only a name under one of the shop's own brands is told apart.
      if (!numbered && (!this.#shop.has(folded) || ORDINARY.test(word))) continue;
      names.push({
        text: whole,
        maker: folded,
        designation: squeezed(numbered ? coded(tail) : word),
        start: hit.index,
        end: hit.index + whole.length,
      });
    }
    for (const pattern of [ProductNames.#unknown, ProductNames.#pointed])
      for (const hit of plain.matchAll(pattern)) {
        const lead = pattern === ProductNames.#unknown ? (hit[1] ?? '') : '';
        const code = hit[pattern === ProductNames.#unknown ? 2 : 1] ?? '';
        const end = hit.index + hit[0].length;
        if (NO_MAKER.has(lead.toLowerCase()) || COMMON.test(squeezed(code)) || SPECIFIED.test(plain.slice(end))) continue;
        if (names.some((name) => name.start < end && hit.index < name.end)) continue;
        names.push({ text: hit[0], designation: squeezed(coded(code)), start: hit.index, end });
      }
    return names.sort((a, b) => a.start - b.start);
  }
}

let latest: { readonly key: string; readonly names: ProductNames } | undefined;

/** {@link ProductNames} of some brands; the last are kept, since a shop's stay the same and their pattern is long. */
export function productNamesOf(brands: Iterable<string>): ProductNames {
  const key = [...brands].join('\n');
  if (latest?.key !== key) latest = { key, names: new ProductNames(key === '' ? [] : key.split('\n')) };
  return latest.names;
}

/** The words of a name from the first one with a figure on, without Pro, Max and the like: what an item's model holds. */
function coded(tail: string): string {
  return new RegExp(`${CODE}|\\d{1,4}[A-Za-z]{0,2}`).exec(tail)?.[0] ?? tail;
}

/** A pattern for a Latin name in its usual spellings: as given, capitalised, or in capitals. */
function anyCase(word: string): string {
  return [...word].map((letter) => (/[a-z]/i.test(letter) ? `[${letter.toLowerCase()}${letter.toUpperCase()}]` : escaped(letter))).join('');
}
