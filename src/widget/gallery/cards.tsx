import { type ReactNode, Suspense, useState } from 'react';
import type { Language } from '../../protocol/locale.ts';
import BundleCard from '../cards/bundle-card.tsx';
import { CardContext, type Wish } from '../cards/card-context.ts';
import { ItemCard } from '../cards/item/item-card.tsx';
import { ItemRow } from '../cards/item/item-row.tsx';
import { MoreItems } from '../cards/more-items.tsx';
import { Notice } from '../cards/notice.tsx';
import OrderCard from '../cards/order-card.tsx';
import { QuestionCard } from '../cards/question-card.tsx';
import { Sources } from '../cards/sources.tsx';
import { Suggestions } from '../cards/suggestions.tsx';
import TrackingCard from '../cards/tracking-card.tsx';
import { UnknownPart } from '../cards/unknown-part.tsx';
import VideoCard from '../cards/video-card.tsx';
import CompareTable from '../compare/compare-table.tsx';
import { CHECKED_AT, createParts, createWords } from './fixtures.ts';

/** Every card in every state. */
export function Cards({ language }: { language: Language }) {
  const parts = createParts(language);
  const words = createWords(language);
  const { camera, projector, tent, phone, unpriced, long } = parts.items;
  const [compared, setCompared] = useState<ReadonlySet<string>>(new Set([tent.id]));
  const [wish, setWish] = useState<Wish>({});
  const toggleCompared = (id: string): void => {
    const next = new Set(compared);
    if (!next.delete(id)) next.add(id);
    setCompared(next);
  };
  const more = { preview: parts.more.preview, remaining: 23, checkedAt: CHECKED_AT, onMore: () => undefined };
  return (
    <CardContext
      value={{
        say: () => undefined,
        followItem: (event) => event.preventDefault(),
        compared,
        toggleCompared,
        addToCart: () => true,
        wish,
        wishIn: () => wish,
        choose: (_, chosen) => setWish({ ...wish, ...chosen }),
      }}
    >
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(368px,100%),1fr))] items-start gap-6 bg-surface p-4 text-ink">
        <Case name="item, rent and sale">
          <ItemCard item={camera} reason={words.reason} checkedAt={CHECKED_AT} shape="wide" />
        </Case>
        <Case name="item, no deposit, few left">
          <ItemCard item={projector} reason={words.other} checkedAt={CHECKED_AT} shape="wide" />
        </Case>
        <Case name="item, sale, no picture, out of stock">
          <ItemCard item={phone} checkedAt={CHECKED_AT} shape="wide" />
        </Case>
        <Case name="item without an offer">
          <ItemCard item={unpriced} shape="wide" />
        </Case>
        <Case name="item, given up">
          <ItemCard item={{ ...tent, availability: { available: false, status: 'discontinued' } }} checkedAt={CHECKED_AT} shape="wide" />
        </Case>
        <Case name="item, long words, monthly">
          <ItemCard item={long} reason={words.reason.repeat(4)} checkedAt={CHECKED_AT} shape="wide" />
        </Case>
        <Case name="row">
          <ItemRow cards={[camera, projector, tent, phone].map((item) => ({ item, reason: words.reason, checkedAt: CHECKED_AT }))} />
        </Case>
        <Case name="question">
          <QuestionCard data={parts.ask} />
        </Case>
        <Case name="question, several">
          <QuestionCard data={{ ...parts.ask, multi: true }} />
        </Case>
        <Case name="question, answered">
          <QuestionCard data={parts.ask} reply={parts.ask.options[0]?.label} />
        </Case>
        <Case name="notices, suggestions, sources, unknown">
          <Notice data={parts.notice} />
          <Notice data={parts.changed} />
          <Suggestions prompts={parts.suggestions} />
          <Sources sources={[{ id: '1', title: 'Aisle', url: 'https://example.com/' }]} />
          <UnknownPart />
        </Case>
        <Case name="more">
          <MoreItems {...more} items={[]} state="ready" />
          <MoreItems {...more} items={[]} state="loading" />
          <MoreItems {...more} items={[]} state="failed" />
          <MoreItems {...more} items={[camera, tent]} state="end" />
        </Case>
        <Suspense>
          <Case name="video">
            <VideoCard data={parts.video} />
          </Case>
          <Case name="bundle">
            <BundleCard data={parts.bundle} />
          </Case>
          <Case name="order">
            <OrderCard data={parts.order} />
          </Case>
          <Case name="tracking">
            <TrackingCard data={parts.tracking} />
          </Case>
          <Case name="comparison">
            <CompareTable data={parts.comparison} />
          </Case>
        </Suspense>
      </div>
    </CardContext>
  );
}

function Case({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="flex min-w-0 flex-col gap-3 overflow-hidden px-4">
      <p className="text-tiny text-soft">{name}</p>
      {children}
    </section>
  );
}
