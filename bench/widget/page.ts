import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession, Page } from 'playwright';

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
