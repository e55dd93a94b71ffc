import { afterEach, describe, expect, it } from 'vitest';
import { anItem } from '../testing/items.ts';
import { type Frame, readFrame } from './frames.ts';

const page = Object.prototype as unknown as Record<string, unknown>;
const names = ['extend', 'note', 'url', 'transient', 'id'];

describe('on a page with enumerable names on every object', () => {
  afterEach(() => {
    for (const name of names) delete page[name];
  });

  it.each(names)('frames are read as elsewhere (%s)', (name) => {
    const frames: Frame[] = [
      { type: 'text-delta', id: 't', delta: 'x' },
      { type: 'source-document', sourceId: 's', mediaType: 'text/plain', title: 't' },
      { type: 'data-itemCard', id: 'p', data: { v: 1, item: anItem(), checked_at: '2026-11-21T14:02:00Z' } },
      { type: 'data-compareTable', data: { v: 1, items: [anItem()], rows: [] } },
      { type: 'finish', finishReason: 'stop' },
    ];
    const sent = frames.map((frame) => JSON.stringify(frame));
    page[name] = () => undefined;
    const read = sent.map(readFrame);
    delete page[name];
    expect(read).toEqual(frames);
  });
});
