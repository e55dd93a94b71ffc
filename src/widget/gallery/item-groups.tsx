import type { Language } from '../../protocol/locale.ts';
import { ItemCard } from '../cards/item/item-card.tsx';
import { ItemList } from '../cards/item/item-list.tsx';
import SmallPrint from '../cards/item/small-print.tsx';
import { MoreItems } from '../cards/more-items.tsx';
import { type Group, state } from './case.ts';
import { createExtremes } from './fixtures/extremes.ts';
import { createItems } from './fixtures/items.ts';
import { CHECKED_AT } from './fixtures/parts.ts';
import { createWords } from './fixtures/words.ts';

/** Everything that shows items. */
export function itemGroups(language: Language): Group[] {
  const { camera, projector, tent, phone, unpriced, long } = createItems(language);
  const { items: extreme } = createExtremes(language);
  const words = createWords(language);
  const checkedAt = CHECKED_AT;
  const more = { preview: [camera, projector, tent], remaining: 23, checkedAt, onMore: () => undefined };
  const week = { days: 7, wished: 7, offers: extreme.feesAndPackages.offers, offer: extreme.feesAndPackages.offers[0] };
  return [
    {
      name: 'item',
      cases: [
        state('rent and sale', <ItemCard item={camera} reason={words.reason} checkedAt={checkedAt} />),
        state('no deposit, few left', <ItemCard item={projector} reason={words.other} checkedAt={checkedAt} />),
        state('sale, picture does not load, out of stock', <ItemCard item={phone} checkedAt={checkedAt} />),
        state('no offer, no picture', <ItemCard item={unpriced} />),
        state('no longer available', <ItemCard item={extreme.gone} reason={words.third} checkedAt={checkedAt} />),
        state('a package', <ItemCard item={extreme.feesAndPackages} asked={{ rental_days: 30 }} checkedAt={checkedAt} />),
        state('a length that cannot be had', <ItemCard item={tent} asked={{ rental_days: 45 }} checkedAt={checkedAt} />),
      ],
    },
    {
      name: 'item-extreme',
      cases: [
        state('long words, monthly', <ItemCard item={long} reason={words.reason.repeat(4)} checkedAt={checkedAt} />),
        state('very long prices', <ItemCard item={extreme.costly} checkedAt={checkedAt} />),
        state('words that do not break', <ItemCard item={extreme.unbroken} checkedAt={checkedAt} />),
        state('right to left', <ItemCard item={extreme.rightToLeft} checkedAt={checkedAt} />),
      ],
    },
    {
      name: 'item-terms',
      cases: [
        state(
          'rates, fees, deposit, guarantees',
          <div className="rounded-card border border-line p-3">
            <SmallPrint item={extreme.feesAndPackages} choice={week} />
          </div>,
        ),
      ],
    },
    {
      name: 'items',
      cases: [
        state(
          'three of one answer',
          <ItemList
            cards={[
              { item: camera, reason: words.reason, checkedAt },
              { item: projector, reason: words.other, checkedAt },
              { item: extreme.gone, checkedAt },
            ]}
          />,
        ),
      ],
    },
    {
      name: 'more',
      cases: [
        state('ready', <MoreItems {...more} items={[]} state="ready" />),
        state('loading', <MoreItems {...more} items={[]} state="loading" />),
        state('failed', <MoreItems {...more} items={[]} state="failed" />),
        state('nothing more', <MoreItems {...more} remaining={0} items={[]} state="end" />),
        state('a page, and more', <MoreItems {...more} items={[camera, long, tent, phone]} state="ready" />),
        state('the last page', <MoreItems {...more} items={[extreme.costly, extreme.gone]} state="end" />),
      ],
    },
  ];
}
