import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ApiError } from '../api/errors.ts';
import { aSummary } from '../testing/fixtures.ts';
import { show } from '../testing/shown.tsx';
import { RunsPage } from './runs-page.tsx';

let before: string;
beforeEach(() => {
  before = location.href;
});
afterEach(() => history.replaceState(null, '', before));

const runs = [aSummary(), aSummary({ id: 'run-2', message: '有钢琴吗', rating: 'up', error: 'timeout', outcome: 'error', verdicts: [] })];

describe('the list of runs', () => {
  it('says in words how a run ended, what the guard did, and what the shopper thought', async () => {
    const screen = await show(<RunsPage query={new URLSearchParams()} />, { client: { runs: async () => ({ runs, total: 2 }) } });
    const [first, second] = [screen.getByRole('row').nth(1), screen.getByRole('row').nth(2)];
    await expect.element(first).toMatchTextContent('finished');
    await expect.element(first).toMatchTextContent('1 dropped');
    await expect.element(first).toMatchTextContent('not helpful');
    await expect.element(first).toMatchTextContent('0.42');
    await expect.element(second).toMatchTextContent('error · took too long');
  });

  it('a question is text, whatever it looks like', async () => {
    const message = '<img src=x onerror=alert(1)> **bold**';
    const screen = await show(<RunsPage query={new URLSearchParams()} />, {
      client: { runs: async () => ({ runs: [aSummary({ message })], total: 1 }) },
    });
    await expect.element(screen.getByRole('link', { name: message })).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
  });

  it('a filter goes into the address, and what an address says is asked of the server', async () => {
    const asked = vi.fn(async () => ({ runs, total: 2 }));
    const screen = await show(<RunsPage query={new URLSearchParams('rule=ledger&min_ms=800')} />, { client: { runs: asked } });
    await screen.getByRole('searchbox').fill('tent & stove');
    await userEvent.keyboard('{Enter}');
    expect(new URLSearchParams(location.search).get('text')).toBe('tent & stove');
    expect(new URLSearchParams(location.search).get('rule')).toBe('ledger');
    expect(asked).toHaveBeenCalledWith(expect.objectContaining({ rule: 'ledger', min_ms: '800' }), expect.anything());
  });

  it('the keyboard moves in the list and picks two runs to compare', async () => {
    const screen = await show(<RunsPage query={new URLSearchParams()} />, { client: { runs: async () => ({ runs, total: 2 }) } });
    const [first, second] = runs.map(({ message }) => screen.getByRole('link', { name: message }));
    if (!first || !second) throw new Error('two runs have two links');
    await expect.element(first).toBeVisible();
    (first.element() as HTMLElement).focus();
    await userEvent.keyboard('xjx');
    await expect.element(second).toHaveFocus();
    await expect.element(screen.getByRole('link', { name: 'Compare' })).toHaveAttribute('href', '/console/compare?a=run-1&b=run-2');
  });

  it('on a phone the box to pick a run leaves the width to the run', async () => {
    await page.viewport(390, 844);
    const screen = await show(<RunsPage query={new URLSearchParams()} />, { client: { runs: async () => ({ runs, total: 2 }) } });
    const link = screen.getByRole('link', { name: 'a light camera' });
    await expect.element(link).toBeVisible();
    expect(link.element().getBoundingClientRect().left).toBeLessThan(60);
    await page.viewport(1280, 800);
  });

  it('what the columns are stays in sight above the rows', async () => {
    await page.viewport(1280, 800);
    const many = Array.from({ length: 60 }, (_, n) => aSummary({ id: `run-${n}`, message: `question ${n}` }));
    const screen = await show(<RunsPage query={new URLSearchParams()} />, { client: { runs: async () => ({ runs: many, total: 60 }) } });
    const head = screen.getByRole('columnheader', { name: 'Question' });
    await expect.element(head).toBeVisible();
    scrollTo(0, document.documentElement.scrollHeight / 2);
    const { left, top } = head.element().getBoundingClientRect();
    expect(head.element().contains(document.elementFromPoint(left + 5, top + 5))).toBe(true);
    scrollTo(0, 0);
  });

  it('the keyboard goes on into rows that were out of sight', async () => {
    await page.viewport(1280, 800);
    const many = Array.from({ length: 60 }, (_, n) => aSummary({ id: `run-${n}`, message: `question ${n}.` }));
    const screen = await show(<RunsPage query={new URLSearchParams()} />, { client: { runs: async () => ({ runs: many, total: 60 }) } });
    await expect.element(screen.getByRole('link', { name: 'question 0.' })).toBeVisible();
    (screen.getByRole('link', { name: 'question 0.' }).element() as HTMLElement).focus();
    await userEvent.keyboard('j'.repeat(55));
    const link = screen.getByRole('link', { name: 'question 55.' });
    await expect.element(link).toHaveFocus();
    await expect.element(link).toBeInViewport();
    scrollTo(0, 0);
  });

  it('a filter that the server refuses is named by its label, in the language of the page', async () => {
    const client = { runs: () => Promise.reject(new ApiError('invalid_request', 'min_ms: a whole number')) };
    const screen = await show(<RunsPage query={new URLSearchParams('min_ms=abc')} />, { client, locale: 'zh-CN' });
    await expect.element(screen.getByRole('alert')).toMatchTextContent('至少耗时（毫秒）');
    await expect.element(screen.getByRole('alert')).not.toMatchTextContent('a whole number');
  });

  it('pages follow each other', async () => {
    const pages = vi.fn(async ({ cursor }: Readonly<Record<string, string | undefined>>) =>
      cursor ? { runs: [runs[1] ?? aSummary()], total: 2, unreadable: 3 } : { runs: [runs[0] ?? aSummary()], total: 2, cursor: 'next' },
    );
    const screen = await show(<RunsPage query={new URLSearchParams()} />, { client: { runs: pages } });
    await expect.element(screen.getByText('1 of 2 runs')).toBeVisible();
    await screen.getByRole('button', { name: 'Show more' }).click();
    await expect.element(screen.getByText('2 of 2 runs')).toBeVisible();
    await expect.element(screen.getByText(/3 damaged records/)).toBeVisible();
  });

  it('nothing found, nothing there yet, no archive and no answer are four different sentences', async () => {
    const none = { runs: async () => ({ runs: [], total: 0 }) };
    for (const [query, client, text] of [
      ['text=kayak', none, '没有符合条件的运行记录'],
      ['', none, '还没有运行记录'],
      ['', { runs: () => Promise.reject(new ApiError('not_found')) }, 'ARCHIVE_URL'],
      ['', { runs: () => Promise.reject(new ApiError('offline')) }, '服务器没有回应'],
    ] as const) {
      const screen = await show(<RunsPage query={new URLSearchParams(query)} />, { client, locale: 'zh-CN' });
      await expect.element(screen.getByText(new RegExp(text))).toBeVisible();
      await screen.unmount();
    }
  });

  it('runs being answered are there to be watched', async () => {
    const at = new Date().toISOString();
    const live = async () => ({ runs: [{ id: 'now', conversation_id: 'c', at, message: 'a tent', locale: 'en' }] });
    await show(<RunsPage query={new URLSearchParams()} />, { client: { live } });
    await expect.element(page.getByRole('link', { name: 'a tent' })).toHaveAttribute('href', '/console/runs/now');
  });
});
