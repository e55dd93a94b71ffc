import type { Language } from '../../protocol/locale.ts';
import type { DataPartType } from '../../protocol/parts.ts';
import BundleCard from '../cards/bundle-card.tsx';
import { CardFailed } from '../cards/card-failed.tsx';
import { CardSkeleton } from '../cards/card-skeleton.tsx';
import { Notice } from '../cards/notice.tsx';
import OrderCard from '../cards/order-card.tsx';
import QuestionCard from '../cards/question/question-card.tsx';
import Sources from '../cards/sources.tsx';
import { Suggestions } from '../cards/suggestions.tsx';
import TrackingCard from '../cards/tracking-card.tsx';
import { UnknownPart } from '../cards/unknown-part.tsx';
import VideoCard from '../cards/video-card.tsx';
import ComparisonView from '../compare/comparison-view.tsx';
import { type Group, state } from './case.ts';
import { createExtremes } from './fixtures/extremes.ts';
import { createParts } from './fixtures/parts.ts';

const nothing = (): void => undefined;
const used = { onDays: nothing, onOpened: nothing, onRemove: nothing };

/** Parts whose card loads when it is first needed. */
const late: readonly DataPartType[] = ['data-askCard', 'data-compareTable', 'data-videoCard', 'data-bundleCard', 'data-moreItems'];

/** Every card but those of items. */
export function otherGroups(language: Language): Group[] {
  const parts = createParts(language);
  const extreme = createExtremes(language);
  const { ask } = parts;
  const { poster: _, ...noPoster } = parts.video;
  const source = { id: '1', title: parts.items.camera.title, url: 'https://example.com/' };
  return [
    {
      name: 'question',
      cases: [
        state('one answer', <QuestionCard data={ask} place={{}} />),
        state('several answers', <QuestionCard data={{ ...ask, multi: true }} place={{}} />),
        state('answered', <QuestionCard data={ask} place={{ reply: ask.options[0]?.label }} />),
        state('answered in own words', <QuestionCard data={ask} place={{ reply: '?' }} />),
        state('no options', <QuestionCard data={{ ...ask, options: [] }} place={{}} />),
        state('a hundred options', <QuestionCard data={extreme.manyOptions} place={{}} />),
        state('a hundred, answered', <QuestionCard data={extreme.manyOptions} place={{ reply: extreme.manyOptions.options[41]?.label }} />),
        state('long words, right to left', <QuestionCard data={extreme.longOptions} place={{}} />),
      ],
    },
    {
      name: 'comparison',
      cases: [
        state('three items, a verdict both orders agree on', <ComparisonView data={parts.comparison} verdict={parts.agreed} {...used} />),
        state('made from the rows', <ComparisonView data={parts.comparison} verdict={parts.rules} {...used} />),
        state(
          'the verdict comes, the amounts did not',
          <ComparisonView
            data={parts.comparison}
            days={15}
            verdict={{ streaming: parts.agreed.sentences.slice(0, 1).map(({ text }) => text) }}
            onRetry={nothing}
            {...used}
          />,
        ),
        state('new amounts on their way', <ComparisonView data={parts.comparison} busy verdict={{ streaming: [] }} {...used} />),
        state('one is gone', <ComparisonView data={extreme.wideComparison} />),
        state('nothing stated', <ComparisonView data={extreme.emptyComparison} />),
      ],
    },
    {
      name: 'video',
      cases: [
        state('poster', <VideoCard data={parts.video} />),
        state('no poster', <VideoCard data={{ ...noPoster, title: `${noPoster.title} `.repeat(6).trim() }} />),
        state('poster does not load', <VideoCard data={{ ...parts.video, poster: '/not-there.svg' }} />),
      ],
    },
    {
      name: 'bundle',
      cases: [
        state('rented', <BundleCard data={parts.bundle} />),
        state('long words, long prices', <BundleCard data={extreme.soldKit} />),
        state('no total', <BundleCard data={{ ...parts.bundle, totals: {} }} />),
        state('one is gone', <BundleCard data={extreme.goneKit} />),
      ],
    },
    {
      name: 'order',
      cases: [
        state('rented and bought', <OrderCard data={parts.order} />),
        state('cancelled, nothing listed', <OrderCard data={extreme.cancelled} />),
        state("the shop's own status, long words", <OrderCard data={extreme.ownStatus} />),
        state('tracking', <TrackingCard data={parts.tracking} />),
        state('nothing reported yet', <TrackingCard data={extreme.noEvents} />),
      ],
    },
    {
      name: 'notices',
      cases: [
        state('withheld', <Notice data={parts.notice} />),
        state('price changed', <Notice data={parts.changed} />),
        state('suggestions', <Suggestions prompts={[...parts.suggestions, parts.items.long.title]} />),
        state('sources', <Sources sources={[source]} />),
        state('sources, open', <Sources open sources={[source, { id: '2', title: parts.items.long.title }]} />),
      ],
    },
    {
      name: 'states',
      cases: [
        state('a part this build does not know', <UnknownPart />),
        state('did not load', <CardFailed again={nothing} />),
        ...late.map((type) => state(`loading ${type}`, <CardSkeleton type={type} />)),
      ],
    },
  ];
}
