import { expect, it } from 'vitest';
import { theInsights } from '../testing/fixtures.ts';
import { show } from '../testing/shown.tsx';
import { InsightsPage } from './insights-page.tsx';

it('each question about the period has its answer in words and figures', async () => {
  const screen = await show(<InsightsPage query={new URLSearchParams()} />);
  const section = (name: string) => screen.getByRole('region', { name });
  await expect.element(section('Asked for and not sold').getByText('piano')).toBeVisible();
  await expect.element(section('Comparisons').getByText(/disagreed in 25%/)).toBeVisible();
  await expect.element(section('Comparisons').getByText('Lumisol X3 ↔ Fell')).toBeVisible();
  await expect.element(section('From card to cart').getByText(/12 · 20%/)).toBeVisible();
  await expect.element(section('How long shoppers wait').getByText('910 ms')).toBeVisible();
});

it('every chart has the same figures as a table', async () => {
  const screen = await show(<InsightsPage query={new URLSearchParams()} />);
  const waiting = screen.getByRole('region', { name: 'Waiting for the first text' });
  await expect.element(waiting.getByRole('img')).toBeVisible();
  await waiting.getByText('Show as table').click();
  await expect.element(waiting.getByRole('row').nth(1)).toMatchTextContent('480 ms');
  await expect.element(waiting.getByRole('row').nth(2)).toMatchTextContent('–');
});

it('what leads to the list stays within the period', async () => {
  const screen = await show(<InsightsPage query={new URLSearchParams('last=24h')} />);
  await expect
    .element(screen.getByRole('link', { name: 'amount without evidence' }))
    .toHaveAttribute('href', '/console?last=24h&rule=amount&verdict=replaced');
});

it('wishes, compared pairs and items lead to their runs', async () => {
  const screen = await show(<InsightsPage query={new URLSearchParams('last=24h')} />);
  const query = (name: string | RegExp) => new URL((screen.getByRole('link', { name }).element() as HTMLAnchorElement).href).searchParams;
  await expect.element(screen.getByRole('link', { name: 'piano' })).toBeVisible();
  expect(Object.fromEntries(query('piano'))).toEqual({ last: '24h', unmet: 'piano' });
  const [insights] = [theInsights()];
  const [pair] = insights.pairs;
  expect(Object.fromEntries(query('Lumisol X3 ↔ Fell'))).toEqual({ last: '24h', item: pair?.items[0], compared_with: pair?.items[1] });
});

it('a price that is typed becomes a cost, and one that is none is told', async () => {
  localStorage.removeItem('aisle-console-price');
  const screen = await show(<InsightsPage query={new URLSearchParams()} />);
  const field = screen.getByRole('textbox', { name: 'Price of a million input tokens' });
  await field.fill('0.50');
  (field.element() as HTMLElement).blur();
  await expect.element(screen.getByRole('cell', { name: '$2.50' })).toBeVisible();
  await field.fill('free');
  (field.element() as HTMLElement).blur();
  await expect.element(screen.getByRole('alert')).toMatchTextContent('Enter an amount such as 0.50.');
  localStorage.removeItem('aisle-console-price');
});

it('an empty period says what to do', async () => {
  const insights = async () => theInsights({ runs: 0 });
  const screen = await show(<InsightsPage query={new URLSearchParams()} />, { client: { insights }, locale: 'zh-CN' });
  await expect.element(screen.getByText('这段时间没有运行记录。')).toBeVisible();
});

it('a long list shows its first rows until all are asked for', async () => {
  const unmet = Array.from({ length: 20 }, (_, n) => ({ asked: `thing ${n}`, count: 20 - n, last_at: new Date(0).toISOString() }));
  const screen = await show(<InsightsPage query={new URLSearchParams()} />, { client: { insights: async () => theInsights({ unmet }) } });
  const section = screen.getByRole('region', { name: 'Asked for and not sold' });
  await expect.element(section.getByText('thing 7')).toBeVisible();
  await expect.element(section.getByText('thing 8')).not.toBeInTheDocument();
  await section.getByRole('button', { name: 'Show all 20' }).click();
  await expect.element(section.getByText('thing 19')).toBeVisible();
});
