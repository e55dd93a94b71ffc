import { type ReactNode, Suspense } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createExtremes } from '../gallery/fixtures/extremes.ts';
import { createItems } from '../gallery/fixtures/items.ts';
import { createParts } from '../gallery/fixtures/parts.ts';
import { createLanguage } from '../i18n/both.ts';
import { LanguageProvider } from '../i18n/language.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import BundleCard from './bundle-card.tsx';
import { type CardActions, CardContext } from './card-context.ts';
import { CardFailed } from './card-failed.tsx';
import { ItemCard } from './item/item-card.tsx';
import { ItemList } from './item/item-list.tsx';
import { lateCard } from './late-card.tsx';
import QuestionCard from './question/question-card.tsx';
import TrackingCard from './tracking-card.tsx';
import VideoCard from './video-card.tsx';

const quiet: CardActions = {
  say: () => undefined,
  followItem: () => undefined,
  compared: new Set(),
  toggleCompared: () => undefined,
  addToCart: undefined,
  wish: {},
  wishIn: () => ({}),
  choose: () => undefined,
};

const show = (card: ReactNode, actions: Partial<CardActions> = {}, locale = 'en') =>
  render(
    <LanguageProvider value={createLanguage(locale, () => Date.parse('2026-11-21T14:03:00'))}>
      <CardContext value={{ ...quiet, ...actions }}>{card}</CardContext>
    </LanguageProvider>,
  );

describe('an item card', () => {
  it('states rate, total, deposit and when it was checked, in both languages', async () => {
    const en = await show(<ItemCard item={createItems('en').camera} checkedAt="2026-11-21T14:02:00" />, { wish: { days: 7 } });
    await expect.element(en.getByText('¥89', { exact: true })).toBeVisible();
    await expect.element(en.getByText('¥623 for 7 days')).toBeVisible();
    await expect.element(en.getByText(/Deposit ¥2,000/)).toBeVisible();
    await expect.element(en.getByText('can be waived')).toBeVisible();
    await expect.element(en.getByText('checked 14:02')).toBeVisible();
    await en.unmount();
    const zh = await show(<ItemCard item={createItems('zh').camera} checkedAt="2026-11-21T14:02:00" />, { wish: { days: 15 } }, 'zh-CN');
    await expect.element(zh.getByText('¥69', { exact: true })).toBeVisible();
    await expect.element(zh.getByText('15 天合计 ¥1,035')).toBeVisible();
    await expect.element(zh.getByText(/押金 ¥2,000/)).toBeVisible();
    await expect.element(zh.getByText('可免押')).toBeVisible();
  });

  it("marks the reason as the adviser's and shows it as plain text", async () => {
    const screen = await show(<ItemCard item={createItems('en').tent} reason="<b>light</b> **and** dry" />);
    await expect.element(screen.getByText('<b>light</b> **and** dry')).toBeVisible();
    await expect.element(screen.getByText(/^Adviser ·/)).toBeVisible();
  });

  it('says to ask the shop where there is no offer, and makes up no price', async () => {
    const screen = await show(<ItemCard item={createItems('en').unpriced} />);
    await expect.element(screen.getByText('Price: ask the shop')).toBeVisible();
    expect(screen.container.textContent).not.toMatch(/[¥$]/);
    expect(screen.getByRole('link').query()).toBeNull();
  });

  it('keeps its shape when a picture is missing', async () => {
    const screen = await show(<ItemCard item={createItems('en').phone} />);
    await expect.element(screen.getByText('No picture')).toBeVisible();
    await expect.element(screen.getByText('Out of stock')).toBeVisible();
  });

  it('of something given up states no price and offers nothing to do', async () => {
    const gone = { ...createItems('en').camera, availability: { available: false, status: 'discontinued' } };
    const screen = await show(<ItemCard item={gone} />, { addToCart: () => true });
    await expect.element(screen.getByText('No longer available')).toBeVisible();
    expect(screen.container.textContent).not.toContain('¥');
    expect(screen.getByRole('button').query()).toBeNull();
  });

  it('does not sell what cannot be had', async () => {
    const screen = await show(<ItemCard item={createItems('en').phone} />, { addToCart: () => true });
    expect(screen.getByRole('button', { name: 'Add to cart' }).query()).toBeNull();
  });

  it('holds another length to what the offer allows', async () => {
    const choose = vi.fn();
    const screen = await show(<ItemCard item={createItems('en').tent} />, { choose });
    await screen.getByRole('button', { name: 'Other' }).click();
    const days = screen.getByRole('textbox', { name: 'Days' });
    await days.fill('2');
    await expect.element(screen.getByText('At least 3 days')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await days.fill('99');
    await expect.element(screen.getByText('At most 30 days')).toBeVisible();
    await days.fill('12');
    await screen.getByRole('button', { name: 'Apply' }).click();
    expect(choose).toHaveBeenCalledWith(undefined, { days: 12 });
  });

  it('opens with what the shopper asked for: to rent, or to buy', async () => {
    const sold = await show(<ItemCard item={createItems('en').camera} />, { wish: { kind: 'sell' } });
    await expect.element(sold.getByText('¥11,999', { exact: true })).toBeVisible();
    expect(sold.getByRole('group', { name: 'Days' }).query()).toBeNull();
  });

  it('opens with what its search asked for, unless the shopper chose otherwise in that answer', async () => {
    const asked = { offer_kind: 'lease' as const, rental_days: 15 };
    const card = <ItemCard item={createItems('en').camera} asked={asked} />;
    const opened = await show(card, { wish: { days: 7 } });
    await expect.element(opened.getByText('¥1,035 for 15 days')).toBeVisible();
    await opened.unmount();
    const chosen = await show(card, { wishIn: () => ({ days: 7 }) });
    await expect.element(chosen.getByText('¥623 for 7 days')).toBeVisible();
  });

  it('takes the length chosen elsewhere only where this offer allows it', async () => {
    const screen = await show(<ItemCard item={createItems('en').tent} />, { wish: { days: 45 } });
    await expect.element(screen.getByText('¥105 for 3 days')).toBeVisible();
  });

  it('says so where the offer cannot be had for the length that was wished', async () => {
    const screen = await show(<ItemCard item={createItems('en').tent} asked={{ rental_days: 45 }} />);
    await expect.element(screen.getByText('At most 30 days')).toBeVisible();
    await expect.element(screen.getByText('¥105 for 3 days')).toBeVisible();
  });

  it('unfolds rates by length, the deposit and when it is waived, and the guarantees', async () => {
    const screen = await show(<ItemCard item={createItems('zh').camera} />, { wish: { days: 7 } }, 'zh-CN');
    await screen.getByRole('button', { name: '租期、押金与保障' }).click();
    await expect.element(screen.getByText('7 天起 · 当前租期')).toBeVisible();
    await expect.element(screen.getByText('¥69/天')).toBeVisible();
    await expect.element(screen.getByText(/归还后 3 天内退回押金。$/)).toBeVisible();
    await expect.element(screen.getByText('免赔保障')).toBeVisible();
  });

  it('says why a total is less than its rate for every day', async () => {
    const { feesAndPackages } = createExtremes('en').items;
    const week = await show(<ItemCard item={feesAndPackages} asked={{ rental_days: 7 }} />);
    expect(week.getByText('package price').query()).toBeNull();
    const month = await show(<ItemCard item={feesAndPackages} asked={{ rental_days: 30 }} />);
    await expect.element(month.getByText('package price')).toBeVisible();
  });

  it('tells a monthly rental in months, fees included', async () => {
    const screen = await show(<ItemCard item={createItems('en').long} />);
    await expect.element(screen.getByText('/month')).toBeVisible();
    await expect.element(screen.getByText(/¥15,787 for 12 months/)).toBeVisible();
    await expect.element(screen.getByText('fees included')).toBeVisible();
  });
});

describe('several item cards of one answer', () => {
  it('share one choice of term, which reckons each of them anew', async () => {
    const choose = vi.fn();
    const { camera, tent } = createItems('en');
    const screen = await show(<ItemList cards={[{ item: camera }, { item: tent }]} />, { choose, wishIn: () => ({ days: 7 }) });
    await expect.element(screen.getByText('¥623 for 7 days')).toBeVisible();
    await expect.element(screen.getByText('¥175 for 7 days')).toBeVisible();
    expect(screen.getByRole('group', { name: 'Days' }).elements()).toHaveLength(1);
    await screen.getByRole('button', { name: '15 days' }).click();
    expect(choose).toHaveBeenCalledWith(undefined, { days: 15 });
  });
});

describe('a card that loads late', () => {
  it('is fetched again when the shopper tries again after a failure', async () => {
    let online = false;
    const Late = lateCard(async () => {
      if (!online) throw new Error('offline');
      return { default: () => <p>here</p> };
    });
    const screen = await show(
      <ErrorBoundary fallback={(again) => <CardFailed again={again} />}>
        <Suspense>
          <Late />
        </Suspense>
      </ErrorBoundary>,
    );
    await expect.element(screen.getByText('This card could not be shown.')).toBeVisible();
    online = true;
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText('here')).toBeVisible();
  });
});

describe('a kit', () => {
  it('states no total once one of its members is gone', async () => {
    const screen = await show(<BundleCard data={createExtremes('en').goneKit} />);
    await expect.element(screen.getByText('No longer available', { exact: true })).toBeVisible();
    expect(screen.container.textContent).not.toContain('¥');
  });
});

describe('a question card', () => {
  it('says a single choice at once', async () => {
    const say = vi.fn();
    const screen = await show(<QuestionCard data={createParts('en').ask} place={{}} />, { say });
    await screen.getByRole('button', { name: /Portraits/ }).click();
    expect(say).toHaveBeenCalledWith('Portraits');
  });

  it('joins several choices in its own order, as each language joins them', async () => {
    const say = vi.fn();
    const screen = await show(<QuestionCard data={{ ...createParts('zh').ask, multi: true }} place={{}} />, { say }, 'zh-CN');
    await expect.element(screen.getByRole('button', { name: '选好了' })).toBeDisabled();
    await screen.getByRole('button', { name: /视频/ }).click();
    await screen.getByRole('button', { name: /人像/ }).click();
    await screen.getByRole('button', { name: '选好了（2）' }).click();
    expect(say).toHaveBeenCalledWith('人像、视频');
  });

  it("takes an answer of the shopper's own", async () => {
    const say = vi.fn();
    const screen = await show(<QuestionCard data={createParts('en').ask} place={{}} />, { say });
    await screen.getByRole('button', { name: 'Other…' }).click();
    await screen.getByRole('textbox').fill('birds');
    await screen.getByRole('button', { name: 'Send' }).click();
    expect(say).toHaveBeenCalledWith('birds');
  });

  it('without options is a field at once, which takes no focus from elsewhere', async () => {
    const say = vi.fn();
    const screen = await show(<QuestionCard data={{ ...createParts('en').ask, options: [] }} place={{}} />, { say });
    expect(document.activeElement).toBe(document.body);
    await screen.getByRole('textbox', { name: 'Your answer' }).fill('by the sea');
    await screen.getByRole('button', { name: 'Send' }).click();
    expect(say).toHaveBeenCalledWith('by the sea');
  });

  it('shows a few of a hundred options, and finds the others by typing', async () => {
    const say = vi.fn();
    const screen = await show(<QuestionCard data={createExtremes('en').manyOptions} place={{}} />, { say });
    expect(screen.getByRole('button', { name: /^Model/ }).elements()).toHaveLength(8);
    await screen.getByRole('button', { name: 'All 100' }).click();
    await screen.getByRole('searchbox').fill('model 97');
    expect(screen.getByRole('button', { name: /^Model/ }).elements()).toHaveLength(1);
    await screen.getByRole('button', { name: /^Model 97/ }).click();
    expect(say).toHaveBeenCalledWith('Model 97');
  });

  it('keeps the choice visible once answered, and cannot be answered twice', async () => {
    const say = vi.fn();
    const screen = await show(<QuestionCard data={createParts('en').ask} place={{ reply: 'Portraits' }} />, { say });
    const chosen = screen.getByRole('button', { name: /Portraits/ });
    await expect.element(chosen).toHaveAttribute('aria-pressed', 'true');
    await expect.element(chosen).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Other…' }).query()).toBeNull();
  });
});

describe('a video card', () => {
  it('fetches nothing of the video before the tap, and says so when it does not load', async () => {
    const screen = await show(<VideoCard data={createParts('en').video} />);
    await expect.element(screen.getByText('1:35')).toBeVisible();
    expect(screen.container.querySelector('video')).toBeNull();
    await screen.getByRole('button', { name: /^Play/ }).click();
    await expect.element(screen.getByText('The video does not load. Press play to try again.')).toBeVisible();
  });
});

describe('a tracking card', () => {
  it('puts the newest event first, however the carrier sends them', async () => {
    const screen = await show(<TrackingCard data={createParts('en').tracking} />);
    await expect.element(page.getByRole('listitem').first()).toHaveTextContent('Out for deliveryNov 14, 09:45 · Shanghai Pudong');
    await expect.element(screen.getByRole('listitem').first()).toHaveAttribute('aria-current', 'step');
  });
});
