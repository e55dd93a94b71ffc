import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mounted } from '../testing/mounted.tsx';

const shop = { name: 'Fieldhouse', starter_questions: [] };
const person = { name: 'Talk to a person' };

describe('the way to a person', () => {
  it("is the shop's address", async () => {
    const { call } = mounted({ shop: { ...shop, contact: '/help#contact' } });
    call('open');
    await expect.element(page.getByRole('link', person)).toHaveAttribute('href', '/help#contact');
  });

  it('is left to a page that takes it over', async () => {
    const followed = vi.fn();
    const { call, emitted, root } = mounted({ shop: { ...shop, contact: '/help' } }, { cancels: ['handoff'] });
    root.addEventListener('click', (event) => {
      followed(event.defaultPrevented);
      event.preventDefault();
    });
    call('open');
    await page.getByRole('link', person).click();
    expect(followed.mock.calls).toEqual([[true]]);
    expect(emitted.at(-1)).toEqual({ name: 'handoff', detail: {} });
  });

  it('is the page itself where the shop names no address and listens', async () => {
    const { call, emitted } = mounted({ shop }, { listens: ['handoff'], cancels: ['handoff'] });
    call('open');
    await page.getByRole('button', person).click();
    await expect.element(page.getByText('The shop knows that you want a person.')).toBeVisible();
    expect(emitted.filter(({ name }) => name === 'handoff')).toEqual([{ name: 'handoff', detail: {} }]);
    expect(page.getByRole('button', person).query()).toBeNull();
  });

  it('is not promised where there is none', async () => {
    const { call } = mounted({ shop });
    call('open');
    await expect.element(page.getByText('Automatic adviser')).toBeVisible();
    expect(page.getByText('Talk to a person').query()).toBeNull();
  });
});
