import type { CompareCell, CompareRow } from '../../../protocol/compare.ts';
import type { Item } from '../../../protocol/item.ts';
import { type CompareContext, rowOf, stated } from '../row.ts';
import { compareWords } from '../words.ts';

/** Full years since a seller began, by the year it states. */
function yearsOf(since: string | number | undefined, year: number): { since: number; years: number } | null {
  const began = Number(/^\d{4}/.exec(String(since ?? ''))?.[0] ?? Number.NaN);
  return Number.isNaN(began) || began > year ? null : { since: began, years: year - began };
}

/** Everything in which an item or its seller may name a certificate. A description is advertising and does not count. */
function whereStated(item: Item): string {
  return [
    ...(item.seller?.certifications ?? []).flatMap(({ name, covers }) => [name, covers ?? '']),
    ...Object.values(item.attributes ?? {}).flatMap((fact) => [fact.label, ...(fact.values ?? [fact.value ?? '']).map(String)]),
    ...(item.features ?? []),
    ...(item.policies ?? []).map((policy) => policy.label),
  ].join('\n');
}

/** Who stands behind it: name, place, years, certificates with what they cover, and those its kind requires. */
export function makerRows({ items, locale, policy, year }: CompareContext): CompareRow[] {
  const words = compareWords(locale);
  const group = words.groups.maker;
  const required = items.map((item) => {
    const types = (item.categories ?? []).map((category) => category.value).join('\n');
    return policy.certificates.find((rule) => rule.types.test(types));
  });
  return [
    ...rowOf(
      { key: 'seller', label: words.seller, group },
      items.map(({ seller }) => stated(seller?.name, 'seller')),
      locale,
    ),
    ...rowOf(
      { key: 'location', label: words.location, group },
      items.map(({ seller }) => stated(seller?.location, 'seller')),
      locale,
    ),
    ...rowOf(
      { key: 'since', label: words.since, group },
      items.map(({ seller }): CompareCell => {
        const trades = yearsOf(seller?.since, year);
        return trades && { text: words.sinceYear(trades.since, trades.years), value: trades.since, source: 'seller' };
      }),
      locale,
    ),
    ...rowOf(
      { key: 'certifications', label: words.certifications, group },
      items.map(({ seller }) => {
        const certificates = seller?.certifications ?? [];
        return stated(
          words.list(certificates.map(({ name, covers }) => (covers ? words.covers(name, covers) : name))),
          'seller.certifications',
        );
      }),
      locale,
    ),
    ...(required.every((rule) => rule === undefined)
      ? []
      : rowOf(
          { key: 'required_certificates', label: words.required, group },
          items.map((item, index): CompareCell => {
            const rule = required[index];
            if (!rule) return { text: words.noneRequired, source: 'certificate rules' };
            const found = rule.certificate.test(whereStated(item));
            const name = rule.name[words.language];
            return { text: found ? words.hasRequired(name) : words.lacksRequired(name), value: found, source: 'certificate rules' };
          }),
          locale,
        )),
  ];
}
