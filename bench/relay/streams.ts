import { request } from 'node:http';
import type { Contestant } from './contestants.ts';
import { ages } from './stamp.ts';

/** What became of one stream. */
export interface Stream {
  /** `refused`: 503 with a time to come back. */
  readonly outcome: 'whole' | 'refused' | 'error';
  /** Milliseconds from the request to the first token. */
  readonly first_ms: number;
  /** Milliseconds that stamped tokens were on the way. */
  readonly delays: readonly number[];
  readonly problem?: string;
}

/** A token's text in a frame of ours, or in one of the provider's. */
const token = /"(?:delta|content)":"/;

/** Reads one stream to its end, at the speed it comes. */
export function readStream(port: number, contestant: Pick<Contestant, 'path' | 'body'>, plan?: string): Promise<Stream> {
  return new Promise((resolve) => {
    const body = contestant.body(plan);
    const began = performance.now();
    let first_ms = Number.NaN;
    const delays: number[] = [];
    const end = (outcome: Stream['outcome'], problem?: string): void =>
      resolve({ outcome, first_ms, delays, ...(problem ? { problem } : {}) });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const call = request({ host: '127.0.0.1', port, path: contestant.path, method: 'POST', headers, agent: false }, (answer) => {
      let tail = '';
      answer.setEncoding('latin1').on('data', (piece: string) => {
        if (Number.isNaN(first_ms) && token.test(piece)) first_ms = performance.now() - began;
        const found = ages(piece);
        if (found.length > 0) delays.push(...found);
        tail = (tail + piece).slice(-32);
      });
      answer.on('error', (error) => end('error', error.message));
      answer.on('end', () => {
        if (answer.statusCode === 200 && tail.includes('[DONE]')) end('whole');
        else if (answer.statusCode === 503 && answer.headers['retry-after']) end('refused');
        else end('error', `status ${answer.statusCode}, ends with ${tail}`);
      });
    });
    call.on('error', (error) => end('error', error.message));
    call.end(body);
  });
}

/** The value that a share of the numbers does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);
