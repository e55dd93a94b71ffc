import type { ServerResponse } from 'node:http';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { streamSocket } from './stream-socket.ts';

/** An answer over a connection that notes what leaves together. */
function anAnswer() {
  const left: string[][] = [];
  const socket = new Writable({
    decodeStrings: false,
    write: (chunk: string, _, done) => {
      left.push([chunk]);
      done();
    },
    writev: (chunks, done) => {
      left.push(chunks.map(({ chunk }) => chunk as string));
      done();
    },
  });
  return { left, answer: { socket, chunkedEncoding: true } as unknown as ServerResponse };
}

it('what is gathered leaves as one at the end of the round, and later writes at once', async () => {
  const { left, answer } = anAnswer();
  const socket = streamSocket(answer);
  socket.gather();
  socket.gather();
  socket.write('one');
  socket.write('two');
  expect(left).toEqual([]);
  await new Promise(setImmediate);
  expect(left).toEqual([['3\r\none\r\n', '3\r\ntwo\r\n']]);
  socket.write('三');
  expect(left.at(-1)).toEqual(['3\r\n三\r\n']);
});
