import type { Locator, Page } from '@playwright/test';

/** The demo shop, in either language. Each page is a real load. */
export class Storefront {
  readonly page: Page;
  /** Name of the page, or of the item on a product page. */
  readonly heading: Locator;
  /** Opens the menu to sign in and out; its text is the name of whoever is signed in. */
  readonly account: Locator;
  /** Lines of the cart page. */
  readonly lines: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('main').getByRole('heading', { level: 1 });
    this.account = page.locator('#account summary');
    this.lines = page.getByRole('main').getByRole('article');
  }

  async home(origin = ''): Promise<this> {
    await this.page.goto(`${origin}/`);
    return this;
  }

  async item(id: string): Promise<this> {
    await this.page.goto(`/p/${id}`);
    return this;
  }

  async cart(): Promise<this> {
    await this.page.goto('/cart');
    return this;
  }

  /** Chooses one of the demo's shoppers by name; returns when the page has come again. */
  async signIn(name: string): Promise<this> {
    await this.account.click();
    await this.page.getByRole('button', { name }).click();
    await this.account.filter({ hasText: name }).waitFor();
    return this;
  }

  async signOut(): Promise<this> {
    await this.account.click();
    await this.page.getByRole('button', { name: /^(退出登录|Sign out)$/ }).click();
    await this.account.filter({ hasText: /^(登录|Sign in)$/ }).waitFor();
    return this;
  }
}
