import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { compareLimits } from '../../protocol/compare.ts';
import { createParts } from '../gallery/fixtures/parts.ts';
import { createLanguage } from '../i18n/both.ts';
import { en } from '../i18n/compare/en.ts';
import { LanguageProvider } from '../i18n/language.ts';
import '../widget.css';
import { asText } from './as-text.ts';
import ComparisonView, { type ComparisonViewProps } from './comparison-view.tsx';
import { writePage } from './print.ts';

const { comparison, agreed, rules } = createParts('en');

const show = (props: Partial<ComparisonViewProps> = {}, { locale = 'en', width = 400 } = {}) =>
  render(
    <LanguageProvider value={createLanguage(locale)}>
      <div className="aisle-root" style={{ width }}>
        <ComparisonView data={comparison} {...props} />
      </div>
    </LanguageProvider>,
  );
const region = () => page.getByRole('group', { name: 'Comparison' });
/** The text of a row, or nothing where it is not shown. */
const textOf = (key: string): string | undefined => document.querySelector(`[data-row="${key}"]`)?.textContent;

describe('the table', () => {
  it('is a real one: caption, column and row headings, groups', async () => {
    await show();
    await expect.element(page.getByRole('table', { name: /^Comparison of .*\. 8 rows differ, 2 are equal\.$/ })).toBeInTheDocument();
    expect(page.getByRole('columnheader').elements()).toHaveLength(1 + comparison.items.length);
    await expect.element(page.getByText('Specifications', { exact: true })).toBeInTheDocument();
  });

  it('folds equal rows away and opens them', async () => {
    await show();
    expect(textOf('guarantees')).toBeUndefined();
    const fold = page.getByRole('button', { name: '2 rows are equal' });
    await fold.click();
    await expect.element(fold).toHaveAttribute('aria-expanded', 'true');
    expect(textOf('guarantees')).toContain('Damage waiver');
  });

  it('marks the best value with its own word, and only where the row states one', async () => {
    await show();
    expect(textOf('total')).toBe('Total for 7 days¥623¥315¥175cheapest');
    expect(textOf('attributes.weight')).toBe('Weight390 gnot stated2400 g');
  });

  it('says where each cell was read once its row is opened, and tells so once', async () => {
    const onOpened = vi.fn();
    await show({ onOpened });
    const label = page.getByRole('button', { name: 'Weight' });
    (label.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('its specifications in the catalogue').first()).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('its specifications in the catalogue').first()).not.toBeInTheDocument();
    expect(onOpened.mock.calls).toEqual([['attributes.weight']]);
  });

  it('shows two columns at a time where it is narrow, and moves by button and by key', async () => {
    await show();
    const place = page.getByRole('status').filter({ hasText: 'of 3' });
    await expect.element(place).toHaveTextContent('1–2 of 3');
    await page.getByRole('button', { name: 'Next item' }).click();
    await expect.element(place).toHaveTextContent('2–3 of 3');
    await expect.element(page.getByRole('button', { name: 'Next item' })).toBeDisabled();
    (region().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(place).toHaveTextContent('1–2 of 3');
    await userEvent.keyboard('{End}');
    await expect.element(place).toHaveTextContent('2–3 of 3');
  });

  it('shows all columns where there is room, without buttons for the way', async () => {
    await page.viewport(1000, 900);
    await show({}, { width: 960 });
    await vi.waitFor(() => expect(page.getByRole('button', { name: 'Next item' }).elements()).toHaveLength(0));
    await page.viewport(414, 896);
  });

  it('keeps head and labels in sight', async () => {
    await show();
    const box = region().element();
    box.scrollTo(60, 300);
    const { top, left } = box.getBoundingClientRect();
    const head = page.getByRole('columnheader').elements()[1]?.getBoundingClientRect();
    expect(Math.round((head?.top ?? 0) - top)).toBe(0);
    expect(Math.round((document.querySelector('[data-row] th')?.getBoundingClientRect().left ?? 0) - left)).toBe(0);
  });

  it('takes an item out while more than two are left', async () => {
    const onRemove = vi.fn();
    await show({ onRemove });
    await page
      .getByRole('button', { name: /^Take out/ })
      .nth(1)
      .click();
    expect(onRemove).toHaveBeenCalledWith('projector-lumo');
  });

  it('asks for another term for all columns', async () => {
    const onDays = vi.fn();
    await show({ onDays });
    await page.getByRole('button', { name: '15 days' }).click();
    expect(onDays).toHaveBeenCalledWith(15);
  });

  it('speaks Chinese as well', async () => {
    const zh = createParts('zh');
    await show({ data: zh.comparison, verdict: zh.agreed }, { locale: 'zh-CN' });
    await expect.element(page.getByRole('button', { name: '2 项相同' })).toBeInTheDocument();
    await expect.element(page.getByText('按两种顺序各看一遍，结论相同。')).toBeInTheDocument();
    await expect.element(page.getByRole('heading', { name: '对你来说' })).toBeInTheDocument();
  });
});

describe('the verdict', () => {
  it('marks the winner and leads from each claim to its rows, folded ones too', async () => {
    await show({ verdict: agreed });
    await expect.element(page.getByText('fits you best')).toBeInTheDocument();
    await page.getByRole('button', { name: 'Show the row: Guarantees' }).click();
    await vi.waitFor(() => expect(document.querySelector('[data-lit]')?.getAttribute('data-row')).toBe('guarantees'));
    expect(document.activeElement?.textContent).toBe('Guarantees');
  });

  it('names no winner where the orders disagreed, and says why', async () => {
    await show({ verdict: { ...rules, basis: 'disagreed' } });
    await expect.element(page.getByText(/they disagreed, so no winner is named/)).toBeInTheDocument();
    expect(page.getByText('fits you best').elements()).toHaveLength(0);
  });

  it('is said to be on its way, then sentence by sentence', async () => {
    const shown = await show({ verdict: { streaming: [] } });
    await expect.element(page.getByText('Weighing them in both orders…')).toBeInTheDocument();
    await shown.rerender(
      <LanguageProvider value={createLanguage('en')}>
        <ComparisonView data={comparison} verdict={{ streaming: ['One sentence.'] }} />
      </LanguageProvider>,
    );
    await expect.element(page.getByRole('listitem')).toHaveTextContent('One sentence.');
  });

  it('shows four sentences at once, the rest on request', async () => {
    await show({ verdict: rules });
    expect(page.getByRole('listitem').elements()).toHaveLength(4);
    await page.getByRole('button', { name: '1 more' }).click();
    expect(page.getByRole('listitem').elements()).toHaveLength(5);
  });
});

describe('taking it away', () => {
  it('is copied by a button that keeps its name', async () => {
    await show();
    await expect.element(page.getByRole('button', { name: 'Copy' })).toBeInTheDocument();
  });

  it('as text has a line for each row, folded or not, in columns parted by tabs', () => {
    const lines = asText(comparison, agreed, en).split('\n');
    expect(lines[0]?.split('\t')).toHaveLength(1 + comparison.items.length);
    expect(lines).toContain('Total for 7 days\t¥623\t¥315\t¥175 (cheapest)');
    expect(lines).toContain('Weight\t390 g\tnot stated\t2400 g');
    expect(lines).toContain('Guarantees\tDamage waiver\tDamage waiver\tDamage waiver');
    expect(lines.at(-1)).toBe('The guarantees of the three are the same.');
  });

  it('on paper has every row, and nothing to press', () => {
    const paper = document.implementation.createHTMLDocument();
    writePage(paper, comparison, agreed, en);
    expect(paper.querySelectorAll('tbody tr')).toHaveLength(comparison.rows.length);
    expect(paper.querySelectorAll('button, a')).toHaveLength(0);
  });

  it('holds as many as may be compared', async () => {
    const six = Array.from({ length: compareLimits.most }, (_, at) => at);
    const data = {
      ...comparison,
      items: six.flatMap((at) => comparison.items.slice(at % 3, (at % 3) + 1).map((item) => ({ ...item, id: `i${at}` }))),
      rows: comparison.rows.map((each) => ({ ...each, cells: six.map((at) => each.cells[at % 3] ?? null) })),
    };
    await show({ data });
    await expect.element(page.getByText('1–2 of 6')).toBeInTheDocument();
  });
});
