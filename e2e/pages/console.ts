import type { Locator, Page } from '@playwright/test';
import { CONSOLE_TOKEN } from '../fixtures/servers.ts';

/** The operators' console, in either language. */
export class Console {
  readonly page: Page;
  readonly token: Locator;
  readonly enter: Locator;
  readonly leave: Locator;
  /** Search field of the list. */
  readonly search: Locator;
  /** Runs of the list, one a row. */
  readonly rows: Locator;
  /** What went wrong, in a sentence. */
  readonly fault: Locator;

  constructor(page: Page) {
    this.page = page;
    this.token = page.getByLabel(/^(Token|口令)$/);
    this.enter = page.getByRole('button', { name: /^(Sign in|进入)$/ });
    this.leave = page.getByRole('button', { name: /^(Sign out|退出)$/ });
    this.search = page.getByRole('searchbox');
    this.rows = page
      .getByRole('table')
      .getByRole('row')
      .filter({ has: page.getByRole('checkbox') });
    this.fault = page.getByRole('alert').filter({ hasText: /./ });
  }

  /** Opens a view and signs in. @param path after `/console`. */
  async open(path = '', origin = ''): Promise<this> {
    await this.page.goto(`${origin}/console${path}`);
    await this.signIn(CONSOLE_TOKEN);
    await this.leave.waitFor();
    return this;
  }

  async signIn(token: string): Promise<this> {
    await this.token.fill(token);
    await this.enter.click();
    return this;
  }

  /** The run that was asked this, once it is in the archive. */
  async run(question: string): Promise<Locator> {
    await this.search.fill(question);
    await this.search.press('Enter');
    const row = this.rows.filter({ hasText: question }).first();
    // A finished run reaches the archive behind the turn's back: the list is asked again until it is there.
    const found = async (): Promise<boolean> => (await row.count()) > 0;
    for (let tries = 0; tries < 40 && !(await found()); tries += 1) {
      await this.page.reload();
      await row.or(this.page.getByText(/No run matches|没有符合条件/)).waitFor();
    }
    return row;
  }

  /** Opens that run. */
  async openRun(question: string): Promise<this> {
    await (await this.run(question)).getByRole('link').click();
    await this.page.getByRole('heading', { level: 1, name: question }).waitFor();
    return this;
  }

  step(n: number): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^(Step ${n}|第 ${n} 步)$`) });
  }
}
