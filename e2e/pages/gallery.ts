import type { Locator, Page } from '@playwright/test';
import { GALLERY } from '../fixtures/servers.ts';

/** Drawn with the one family that every machine of the tests has, so that no line breaks elsewhere on another. */
const FONT = '.aisle-root { font-family: "Noto Sans CJK SC", sans-serif !important }';

/** The gallery of cards, one group at a time. */
export class Gallery {
  readonly page: Page;
  readonly group: Locator;

  constructor(page: Page) {
    this.page = page;
    this.group = page.locator('[data-group]');
  }

  /** Shows a group's states one below the other, as wide as the window, with all of their pictures there. */
  async show(group: string, locale: string, scheme: string): Promise<this> {
    const { width } = this.page.viewportSize() ?? { width: 400 };
    const query = new URLSearchParams({ group, locale, scheme, width: String(width), bare: '' });
    await this.page.setViewportSize({ width, height: 800 });
    await this.page.goto(`${GALLERY.origin}/?${query}`);
    await this.group.waitFor();
    await this.group.evaluate((element, font) => {
      const root = element.getRootNode() as ShadowRoot;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(font);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      for (const image of root.querySelectorAll('img')) image.loading = 'eager';
    }, FONT);
    await this.page.waitForFunction(() => {
      const images = document.querySelector('main')?.shadowRoot?.querySelectorAll('img') ?? [];
      return [...images].every((image) => image.complete);
    });
    // A picture of more than the window would be drawn without touch, so the window is made as high as the group.
    const height = await this.group.evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
    await this.page.setViewportSize({ width, height });
    return this;
  }
}
