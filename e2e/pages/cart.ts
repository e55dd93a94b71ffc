import type { BrowserContext, Locator, Page } from '@playwright/test';
import { DEMO } from '../fixtures/servers.ts';

/** A cart with these items, each rented for a week, as `public/cart.js` keeps it. @param origin of the shop. */
export async function fillCart(context: BrowserContext, ids: readonly string[], origin: string = DEMO.origin): Promise<void> {
  const { items } = await (await context.request.get(`${origin}/v1/items?ids=${ids.join()}`)).json();
  const lines = items.map((item: { id: string; offers: { id: string; lease?: unknown }[] }) => [
    item.id,
    item.offers.find((offer) => offer.lease)?.id,
    1,
    7,
  ]);
  await context.addCookies([{ name: 'cart', value: encodeURIComponent(JSON.stringify(lines)), url: origin }]);
}

/** The cart page and what the copilot puts on it. */
export class Cart {
  readonly page: Page;
  readonly table: Locator;
  readonly region: Locator;
  readonly compare: Locator;
  readonly place: Locator;
  constructor(page: Page) {
    this.page = page;
    const element = page.locator('aisle-compare');
    this.table = element.getByRole('table');
    this.region = element.getByRole('group', { name: /^(对比|Comparison)$/ });
    this.place = element.getByRole('status').filter({ hasText: /共 \d 件| of \d/ });
    this.compare = page.locator('aisle-copilot').getByRole('button', { name: /^(开始对比|Compare)$/ });
  }
  async open(language: string, origin = ''): Promise<void> {
    await this.page.goto(`${origin}/cart?lang=${language}`);
  }
  tick(id: string): Locator {
    return this.page.locator(`[data-aisle-compare="${id}"] aisle-toggle`).getByRole('button');
  }
  row(key: string): Locator {
    return this.page.locator(`aisle-compare [data-row="${key}"]`);
  }
}
