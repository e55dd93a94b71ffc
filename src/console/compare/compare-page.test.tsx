import { expect, it } from 'vitest';
import { ANSWERED, aRun, type EntryBody, entriesOf } from '../testing/fixtures.ts';
import { show } from '../testing/shown.tsx';
import { ComparePage } from './compare-page.tsx';

/** The same run, with another search and no invented card. */
const better: EntryBody[] = ANSWERED.flatMap((body): EntryBody[] => {
  if (body.kind === 'tool-called') return [{ ...body, arguments: '{"query":"camera","limit":3}' }];
  if (body.kind === 'verdict') return [];
  return [body];
});

it('figures, calls, cards and text of two runs are set against each other', async () => {
  const run = async (id: string) => (id === 'run-1' ? aRun() : aRun({ id, entries: entriesOf(better, 50) }));
  const screen = await show(<ComparePage a="run-1" b="run-2" />, { client: { run } });
  await expect.element(screen.getByRole('row', { name: /^Changed or marked by the guard 2 0 −2/ })).toBeVisible();
  await expect.element(screen.getByText('other arguments')).toBeVisible();
  await expect.element(screen.getByRole('deletion').filter({ hasText: 'light' })).toBeVisible();
  await expect.element(screen.getByText('Neither run showed a card.')).toBeVisible();
  await expect.element(screen.getByText('Word for word the same.')).toBeVisible();
});

it('without two runs it says how to pick them', async () => {
  const screen = await show(<ComparePage a="run-1" b="" />);
  await expect.element(screen.getByText('Pick two runs in the list to compare them.')).toBeVisible();
});
