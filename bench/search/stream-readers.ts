import { get } from 'node:http';
import { PACE_MS } from './streams.ts';

/** Reads event streams and reports, when asked, how late their events came. */
const [, , port, count] = process.argv;
let late: number[] = [];
let opened = 0;
for (let stream = 0; stream < Number(count); stream++)
  get({ host: '127.0.0.1', port, agent: false }, (answer) => {
    let last: number | undefined;
    opened += 1;
    if (opened === Number(count)) process.send?.('open');
    answer.on('data', () => {
      const now = performance.now();
      if (last !== undefined) late.push(Math.max(0, now - last - PACE_MS));
      last = now;
    });
    answer.on('error', () => undefined);
  }).on('error', () => undefined);
process.on('message', () => {
  process.send?.(late);
  late = [];
});
