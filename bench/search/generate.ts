import type { Item } from '../../src/protocol/item.ts';
import { random } from './random.ts';
import { COLORS, FEATURES, LABELS, type Name, SERIES, SYLLABLES, TYPES, USES } from './words.ts';

const BRANDS = 600;
const UPDATED = '2026-01-01T00:00:00Z';
/** Of ten items so many are told in both languages; the others in one. */
const BOTH = 4;

/**
 * Items as a large shop has them, the same for every run: 20 kinds, 600 brands of which a few sell most, model numbers that
 * repeat in parts, figures with units, features and uses in both languages, colours as variants, prices, stock (one in twelve
 * sold out) and popularity as uneven as it is.
 */
export function* generate(count: number, seed = 1): Generator<Item> {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  /** Low numbers often, high ones seldom. */
  const uneven = (size: number): number => Math.floor(size * next() ** 3);
  const some = (list: readonly Name[], most: number) => [
    ...new Set(Array.from({ length: Math.floor(next() * (most + 1)) }, () => pick(list))),
  ];
  const brands = Array.from({ length: BRANDS }, (): Name => {
    const parts = [pick(SYLLABLES), pick(SYLLABLES), ...(next() < 0.5 ? [pick(SYLLABLES)] : [])];
    const en = parts.map(([part]) => part).join('');
    return [`${en[0]?.toUpperCase()}${en.slice(1)}`, parts.map(([, part]) => part).join('')];
  });
  const product = (number: number) => {
    const type = TYPES[uneven(TYPES.length)] ?? pick(TYPES);
    const brand = brands[uneven(BRANDS)] ?? pick(brands);
    const model = `${brand[0].slice(0, 2).toUpperCase()}${Math.floor(next() * 900) + 100}${next() < 0.4 ? pick(['X', 'S', 'II', 'Pro']) : ''}`;
    const figures = type.figures.map((figure) => {
      const [key = '', unit = '', low = '0', high = '1'] = figure.split(' ');
      const value = Number(low) + (Number(high) - Number(low)) * next() ** 2;
      return { key, unit, value: value > 20 ? Math.round(value / 5) * 5 : Math.round(value * 10) / 10 };
    });
    return { id: `p-${number}`, type, brand, model, figures, series: pick(SERIES), features: some(FEATURES, 5), uses: some(USES, 3) };
  };
  let made = product(0);
  for (let number = 0; number < count; number++) {
    // One in four is another colour of the one before.
    if (number % 4 !== 3) made = product(number);
    const { id, type, brand, model, figures, series, features, uses } = made;
    const color = pick(COLORS);
    const [low, high] = type.price;
    const price = { amount: Math.round((low + (high - low) * next() ** 2) * 100), currency: 'CNY' };
    const popularity = Math.floor(100_000 * next() ** 6);
    const available = next() > 1 / 12;
    const told = (language: 0 | 1): Item => {
      const [shown] = figures;
      const figure = shown ? `${shown.value}${shown.unit}` : '';
      const leaf = type.path.at(-1) ?? pick(COLORS);
      return {
        id: `g-${number}`,
        product_id: id,
        locale: language === 0 ? 'en' : 'zh-CN',
        updated_at: UPDATED,
        title:
          language === 0
            ? `${brand[0]} ${model} ${series[0]} ${figure} ${leaf[0].toLowerCase()} (${color[0]})`
            : `${brand[1]} ${model} ${series[1]}${leaf[1]} ${figure}（${color[1]}）`,
        brand: language === 0 ? brand[0] : `${brand[1]}（${brand[0]}）`,
        model,
        categories: [{ value: type.path.map((name) => name[language]).join(' > ') }],
        options: [{ name: language === 0 ? 'Color' : '颜色', value: color[language] }],
        features: features.map((name) => name[language]),
        use_cases: uses.map((name) => name[language]),
        attributes: Object.fromEntries(
          figures.map(({ key, unit, value }) => [
            key,
            { label: language === 0 ? key.replace('_', ' ') : (LABELS[key] ?? key), value, ...(unit !== '' && { unit }) },
          ]),
        ),
        condition: 'new',
        popularity,
        availability: { available, status: available ? 'in_stock' : 'out_of_stock' },
        offers: [{ id: 'sale', kind: 'sell', price, fees: [] }],
      };
    };
    const dice = number % 10;
    if (dice < BOTH || dice % 2 === 0) yield told(0);
    if (dice < BOTH || dice % 2 === 1) yield told(1);
  }
}
