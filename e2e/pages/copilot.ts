import type { Locator, Page } from '@playwright/test';

/** The copilot on whatever page it stands, in either language. */
export class Copilot {
  readonly page: Page;
  readonly host: Locator;
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly field: Locator;
  readonly send: Locator;
  readonly stop: Locator;
  readonly close: Locator;
  /** Opens text size, saving and deleting. */
  readonly menu: Locator;
  readonly thread: Locator;
  /** Item cards, in the order in which they were shown. */
  readonly cards: Locator;
  /** Follow-up questions. */
  readonly questions: Locator;
  /** What a screen reader is told. */
  readonly announced: Locator;

  constructor(page: Page) {
    this.page = page;
    this.host = page.locator('aisle-copilot');
    this.launcher = this.host.getByRole('button', { name: /问问导购|Ask for advice/ });
    this.panel = this.host.getByRole('region').first();
    this.field = this.host.getByRole('textbox', { name: /你的问题|Your message/ });
    this.send = this.host.getByRole('button', { name: /^(发送|Send)$/ });
    this.stop = this.host.getByRole('button', { name: /停止回答|Stop answering/ });
    this.close = this.host.getByRole('button', { name: /^(关闭|Close)$/ });
    this.menu = this.host.getByRole('button', { name: /^(更多|More)$/ });
    this.thread = this.host.getByRole('log');
    this.cards = this.thread.getByRole('article');
    this.questions = this.thread.getByRole('group').filter({ has: page.getByRole('button', { name: /其他…|Other…/ }) });
    this.announced = this.host.getByRole('status').filter({ hasText: /./ });
  }

  async open(): Promise<this> {
    await this.launcher.click();
    await this.field.waitFor();
    return this;
  }

  /** Sends a message; the answer is under way when this returns. */
  async ask(text: string): Promise<this> {
    await this.field.fill(text);
    await this.send.click();
    return this;
  }

  /** The answer to the last message is there, whole. */
  get answered(): Locator {
    return this.announced.filter({ hasText: /回答完毕|Answer ready/ });
  }

  /** The link of a card that leads to the item's page. */
  linkOf(card: Locator): Locator {
    return card.getByRole('link', { name: /^(查看|View)$/ });
  }

  /** The choice of a rental of so many days, for the last cards shown. */
  term(days: number): Locator {
    return this.thread.getByRole('button', { name: new RegExp(`^${days} (?:days|天)$`) }).last();
  }

  titleOf(card: Locator): Locator {
    return card.getByRole('heading');
  }
}
