import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Frame } from '../../protocol/frames.ts';
import { createItems } from '../gallery/fixtures/items.ts';
import { streamOf } from '../testing/fake-bff.ts';
import { closing, itemCard, opening, text } from '../testing/frames.ts';
import { mounted } from '../testing/mounted.tsx';

const items = createItems('en');
const answer = (...frames: readonly Frame[]) => streamOf([...opening(), ...frames, ...closing()]);

describe('notes', () => {
  it('show what the adviser noted, and can be taken back', async () => {
    const notes: Frame = { type: 'data-notes', data: { v: 1, notes: [{ key: 'k', label: 'Weight', value: 'light' }] } };
    const { call, bff } = mounted({ chat: () => answer(notes, ...text('t', 'Noted.')) });
    call('ask', 'hello');
    await page.getByRole('button', { name: 'Forget: Weight light' }).click();
    await expect.element(page.getByText('What I noted')).not.toBeInTheDocument();
    expect(bff.seen.at(-1)).toMatchObject({ method: 'DELETE', path: '/v1/conversations/conversation-1/notes/k' });
  });
});

describe('cards in an answer', () => {
  it('stand in one list, and the shop may take a click over', async () => {
    const { call, emitted } = mounted(
      { chat: () => answer(itemCard(items.camera, 'light'), itemCard(items.tent)) },
      { cancels: ['item-click'] },
    );
    call('ask', 'hello');
    const list = page.getByRole('list', { name: 'Results' });
    await expect.element(list.getByRole('article', { name: items.camera.title })).toBeVisible();
    await list.getByRole('link', { name: 'View' }).first().click();
    const click = { name: 'item-click', detail: { item_id: 'camera-r2', url: '/products/camera-r2', run_id: 'run-1' } };
    expect(emitted).toContainEqual(click);
  });

  it('fold the sheet away on a phone, so that the page they lead to is seen', async () => {
    await page.viewport(390, 844);
    const { call, emitted } = mounted({ chat: () => answer(itemCard(items.camera)) }, { cancels: ['item-click'] });
    call('ask', 'hello');
    await page.getByRole('link', { name: 'View' }).click();
    await vi.waitFor(() => expect(emitted.at(-1)).toEqual({ name: 'close' }));
    await page.viewport(1024, 768);
    call('open');
    await page.getByRole('link', { name: 'View' }).click();
    expect(emitted.filter(({ name }) => name === 'close')).toHaveLength(1);
  });

  it('offer the cart only to a shop that listens, and name offer and length', async () => {
    const routes = { chat: () => answer(itemCard(items.camera)) };
    const { call, emitted } = mounted(routes, { listens: ['add-to-cart'], cancels: ['add-to-cart'] });
    call('ask', 'hello');
    await page.getByRole('button', { name: '7 days' }).click();
    await page.getByRole('article').getByRole('button', { name: 'Rent' }).last().click();
    await expect.element(page.getByRole('button', { name: 'In the cart' })).toBeDisabled();
    expect(emitted.at(-1)?.detail).toMatchObject({ item_id: 'camera-r2', offer_id: 'rent', quantity: 1, rental_days: 7 });
    // Another length is not in the cart, nor is the item to buy.
    await page.getByRole('button', { name: '15 days' }).click();
    await expect.element(page.getByRole('button', { name: 'In the cart' })).not.toBeInTheDocument();
    await page.getByRole('button', { name: '7 days' }).click();
    await expect.element(page.getByRole('button', { name: 'In the cart' })).toBeDisabled();
    await page.getByRole('article').getByRole('button', { name: 'Buy' }).click();
    await expect.element(page.getByRole('button', { name: 'Add to cart' })).toBeEnabled();
  });

  it('gather for a comparison, which is asked with their ids', async () => {
    const { call, bff } = mounted({ chat: () => answer(itemCard(items.camera), itemCard(items.tent)) });
    call('ask', 'hello');
    await page.getByRole('button', { name: 'Compare', exact: true }).first().click();
    await page.getByRole('button', { name: 'Compare', exact: true }).first().click();
    await page.getByRole('button', { name: 'Compare', exact: true }).last().click();
    const asked = () => bff.seen.find(({ path }) => path === '/v1/compare');
    await vi.waitFor(() => expect(asked()?.headers.get('accept')).toBe('text/event-stream'));
    expect(JSON.parse(asked()?.body ?? '')).toMatchObject({
      ids: ['camera-r2', 'tent-ridge'],
      text: `Compare ${items.camera.title}, ${items.tent.title}`,
      conversation_id: 'conversation-1',
    });
  });

  it('page through the rest of a search', async () => {
    const more: Frame = { type: 'data-moreItems', data: { v: 1, search: { query: 'camera' }, cursor: 'c1', total: 2, preview: [] } };
    const { call, bff } = mounted({
      chat: () => answer(more),
      search: ({ body }) =>
        JSON.parse(body).cursor === 'c1' ? { items: [items.camera], total: 2, cursor: 'c2' } : { items: [items.tent], total: 2 },
    });
    call('ask', 'hello');
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.element(page.getByRole('article', { name: items.camera.title })).toBeVisible();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.element(page.getByRole('article', { name: items.tent.title })).toBeVisible();
    await expect.element(page.getByText('That was all of them.')).toBeVisible();
    expect(JSON.parse(bff.seen.at(-1)?.body ?? '')).toMatchObject({ query: 'camera', cursor: 'c2', conversation_id: 'conversation-1' });
  });

  it('of a kind this build does not know become one quiet line', async () => {
    const { call, emitted } = mounted({ chat: () => answer({ type: 'data-hologram', data: {} } as never, ...text('t', 'And words.')) });
    call('ask', 'hello');
    await expect.element(page.getByText('And words.')).toBeVisible();
    await expect.element(page.getByText(/needs a newer version/)).toBeVisible();
    expect(emitted.filter(({ name }) => name === 'error')).toHaveLength(1);
  });

  it('whose facts are damaged cost the answer nothing but themselves', async () => {
    const damaged = { type: 'data-itemCard', data: { v: 1, item: { id: 'x' }, checked_at: 'noon' } } as never;
    const { call, emitted } = mounted({ chat: () => answer(damaged, damaged, itemCard(items.tent), ...text('t', 'And words.')) });
    call('ask', 'hello');
    await expect.element(page.getByText('And words.')).toBeVisible();
    await expect.element(page.getByRole('article', { name: items.tent.title })).toBeVisible();
    await expect.element(page.getByText(/needs a newer version/)).toBeVisible();
    expect(emitted.filter(({ name }) => name === 'error')).toHaveLength(1);
  });
});
