import { describe, expect, it, vi } from 'vitest';
import type { RecordedEntry } from '../../protocol/run-entries.ts';
import { ApiError } from '../api/errors.ts';
import { ANSWERED, aRun, entriesOf } from '../testing/fixtures.ts';
import { show } from '../testing/shown.tsx';
import { RunPage } from './run-page.tsx';

describe('one run', () => {
  it('what the guard changed stands on both sides, with its rule in words', async () => {
    const screen = await show(<RunPage id="run-1" />);
    const step = screen.getByRole('region', { name: 'Step 2' });
    await expect.element(step.getByRole('deletion').filter({ hasText: '¥12 a day' })).toBeVisible();
    await expect.element(step.getByRole('insertion').filter({ hasText: 'see the card' })).toBeVisible();
    await expect.element(step.getByText(/amount without evidence/)).toBeVisible();
    await expect.element(step.getByText(/must be one that the catalogue/)).toBeVisible();
    await screen.unmount();
    const zh = await show(<RunPage id="run-1" />, { locale: 'zh-CN' });
    await expect.element(zh.getByText(/金额没有依据/)).toBeVisible();
  });

  it('what a model or a shopper wrote is never markup', async () => {
    const screen = await show(<RunPage id="run-1" />);
    await expect.element(screen.getByText(/<img src=x onerror=alert\(1\)>/).first()).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
  });

  it('the failing step is pointed out, with its faults and what it counts', async () => {
    const screen = await show(<RunPage id="run-1" />);
    await expect.element(screen.getByRole('link', { name: 'fails at step 2' })).toHaveAttribute('href', '#step-2');
    const step = screen.getByRole('region', { name: 'Step 2' });
    await expect.element(step.getByText(/Fails here: 0\.00/)).toBeVisible();
    await expect.element(step.getByText(/A card names an item that no search returned\./)).toBeVisible();
    await expect.element(step.getByText('counts 90%')).toBeVisible();
  });

  it('an action stands with its arguments and its observation', async () => {
    const screen = await show(<RunPage id="run-1" />);
    const call = screen.getByRole('article', { name: 'Call of search_db' });
    await expect.element(call.getByText('{ "query": "light camera" }')).toBeVisible();
    await expect.element(call.getByText('cam-1')).toBeVisible();
    await expect.element(call.getByText('42 ms')).toBeVisible();
  });

  it('the exact prompt unfolds; what the call before had read is folded once more', async () => {
    const screen = await show(<RunPage id="run-1" />);
    const step = screen.getByRole('region', { name: 'Step 2' });
    await step.getByText(/Exact prompt: 3 messages/).click();
    await expect.element(step.getByText('2 messages as in the call before')).toBeVisible();
    await expect.element(step.getByText('and cheap')).toBeVisible();
    await expect.element(step.getByRole('button', { name: 'Copy the prompt' })).toBeVisible();
  });

  it('tokens are those the provider counted', async () => {
    const screen = await show(<RunPage id="run-1" />);
    await expect.element(screen.getByText('2,280', { exact: true })).toBeVisible();
    await expect.element(screen.getByText(/2,200 in \(400 cached\), 80 out · worth 2\.2 k/)).toBeVisible();
  });

  it('nothing is held against a model whose words are not in the log yet', async () => {
    const writing = entriesOf(ANSWERED.slice(0, 11));
    const client = {
      run: async () => aRun({ entries: writing, summary: undefined, scores: undefined }),
      follow: () => new ReadableStream<RecordedEntry>().values(),
    };
    const screen = await show(<RunPage id="run-1" />, { client });
    const step = screen.getByRole('region', { name: 'Step 2' });
    await expect.element(step.getByText(/Only see the card/)).toBeVisible();
    await expect.element(step.getByText(/comes into the log when the step ends/)).toBeVisible();
    await expect.element(step.getByRole('insertion')).not.toBeInTheDocument();
  });

  it('where no model was asked, none is said to have been', async () => {
    const ruled = ANSWERED.filter(({ kind }) => kind !== 'model-called' && kind !== 'model-text' && kind !== 'verdict');
    const screen = await show(<RunPage id="run-1" />, { client: { run: async () => aRun({ entries: entriesOf(ruled) }) } });
    await expect.element(screen.getByText(/^No model was asked/)).toBeVisible();
    await expect.element(screen.getByText(/^Searched before the model/)).not.toBeInTheDocument();
  });

  it('a step that ended with an error is not said to fail by its full mark', async () => {
    const scores = aRun().scores;
    if (!scores) throw new Error('the run of the tests has scores');
    const failing = {
      step: 1,
      cause: 'run',
      reason: { en: 'The turn ended with an error here.', zh: '本轮在此处因错误结束。' },
    } as const;
    const screen = await show(<RunPage id="run-1" />, { client: { run: async () => aRun({ scores: { ...scores, failing } }) } });
    await expect.element(screen.getByText('The turn ended with an error here.')).toBeVisible();
    await expect.element(screen.getByText(/Fails here/)).not.toBeInTheDocument();
  });

  it('a question of many lines is cut until it is asked for', async () => {
    const text = 'a very long wish '.repeat(60);
    const entries = entriesOf([{ kind: 'run-started', message: { id: 'm1', text }, locale: 'en' }, ...ANSWERED.slice(1)]);
    const screen = await show(<RunPage id="run-1" />, { client: { run: async () => aRun({ entries }) } });
    const title = screen.getByRole('heading', { level: 1 });
    await expect.element(title).toBeVisible();
    const cut = title.element().clientHeight;
    await screen.getByRole('button', { name: 'Show the whole question' }).click();
    await expect.poll(() => title.element().clientHeight).toBeGreaterThan(2 * cut);
  });

  it('a run that is being answered grows, and is read again once it has ended', async () => {
    const all = entriesOf(ANSWERED);
    let ended = false;
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const follow = async function* (_: string, after: number): AsyncIterable<RecordedEntry> {
      yield* all.slice(after, 8);
      await gate;
      yield* all.slice(8);
      ended = true;
    };
    const { summary: _, scores: __, remarks: ___, ...bare } = aRun();
    const run = async () => (ended ? aRun() : { ...bare, entries: all.slice(0, 3) });
    const screen = await show(<RunPage id="run-1" />, { client: { run, follow } });
    await expect.element(screen.getByRole('deletion').filter({ hasText: '¥12 a day' })).toBeVisible();
    await expect.element(screen.getByText(/Being answered/)).toBeVisible();
    go();
    await expect.element(screen.getByText(/Fails here/)).toBeVisible();
    await expect.element(screen.getByText(/Being answered/)).not.toBeInTheDocument();
  });

  it('a conversation is erased only after the question whether it should be', async () => {
    const erase = vi.fn(async () => undefined);
    const screen = await show(<RunPage id="run-1" />, { client: { erase } });
    await screen.getByRole('button', { name: 'Erase conversation' }).click();
    await expect.element(screen.getByRole('dialog', { name: 'Erase this conversation?' })).toBeVisible();
    expect(erase).not.toHaveBeenCalled();
    await screen.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
    expect(erase).toHaveBeenCalledWith('conversation-1');
  });

  it('one that is not kept says so', async () => {
    const screen = await show(<RunPage id="gone" />, { client: { run: () => Promise.reject(new ApiError('not_found')) } });
    await expect.element(screen.getByText('This run is not kept.')).toBeVisible();
  });
});
