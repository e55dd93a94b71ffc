import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, CDPSession, Page } from 'playwright';

/** Serves two pages of a shop: one with the widget of a BFF, one bare. @returns their addresses, and the end of it. */
export async function servePages(bff: string): Promise<{ widget: string; bare: string; close(): void }> {
  const head = '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Shop</title><h1>Shop</h1>';
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(request.url === '/widget' ? `${head}<script async src="${bff}/aisle.js" data-site="pk_demo"></script>` : head);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { widget: `${origin}/widget`, bare: `${origin}/bare`, close: () => server.close() };
}

/** Seconds of script and of all main-thread work, bytes of live heap, and nodes, as Chromium counts them. */
export async function metrics(devtools: CDPSession): Promise<{ script: number; work: number; heap: number; nodes: number }> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { script: of('ScriptDuration'), work: of('TaskDuration'), heap: of('JSHeapUsedSize'), nodes: of('Nodes') };
}

/** Watches the page's tasks over 50 ms from here on. @returns a function that gives their lengths so far, in ms */
export async function longTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    Object.assign(window, { longTasks: seen });
  });
  return () => page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of CPU. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * CPU time of the page's tasks while `run` runs. Other work on the machine makes a task last longer, but cost no more: what a slow
 * device would make of a task is read from this without slowing anything.
 * @returns ms of each task of the busiest renderer's main thread
 */
export async function cpuOfTasks(browser: Browser, page: Page, run: () => Promise<unknown>): Promise<number[]> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await run();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: readonly TraceEvent[] };
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const tasksOf = (main: TraceEvent): number[] =>
    traceEvents
      .filter(({ ph, pid, tid, name }) => ph === 'X' && pid === main.pid && tid === main.tid && name.endsWith('RunTask'))
      .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]));
  const work = (tasks: readonly number[]): number => tasks.reduce((sum, ms) => sum + ms, 0);
  return mains.map(tasksOf).sort((a, b) => work(b) - work(a))[0] ?? [];
}
