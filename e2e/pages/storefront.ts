import type { Locator, Page } from '@playwright/test';

/** The demo shop. Each page is a real load. */
export class Storefront {
  readonly page: Page;
  /** Name of the page, or of the item on a product page. */
  readonly heading: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('main').getByRole('heading', { level: 1 });
  }

  async home(origin = ''): Promise<this> {
    await this.page.goto(`${origin}/`);
    return this;
  }

  async cart(): Promise<this> {
    await this.page.goto('/cart');
    return this;
  }
}
