import type { Frame } from '../../protocol/frames.ts';
import { createClient } from '../../widget/api/client.ts';
import { ApiError } from '../../widget/api/errors.ts';
import { createHttp } from '../../widget/api/http.ts';
import { followRun, type RunEnd } from '../../widget/api/run.ts';
import { quickClock } from '../quick-clock.ts';
import { type FaultName, faults } from '../scripted-model/faults.ts';
import { HANGING_MS, Silence } from './silence.ts';
import type { Chance, World } from './weather.ts';
import { type Line, watchedFetch } from './wire.ts';

/** What befalls one turn, besides the weather. */
export type Mishap = 'none' | 'cut' | 'slow reader' | 'stop' | 'leave' | 'sent twice' | `model: ${FaultName}`;

/** One turn as its shopper saw it. */
export interface Turn {
  readonly mishap: Mishap;
  /** `refused`: no replica took it; `left`: the shopper did not stay. */
  readonly end: RunEnd | 'refused' | 'left';
  /** How its last frame ended it. */
  readonly outcome: string;
  readonly faults: readonly string[];
  /** Longest time without a frame, milliseconds. */
  readonly gap_ms: number;
}

const SITE = 'pk_demo';
/** Longest wait between two tries; the widget's is longer. */
const RETRY_MS = 300;
/** Longest time in which some replica has to take a question. */
const TAKEN_MS = 20_000;
const faultNames = Object.keys(faults) as FaultName[];

// Tries without end: what is tested is the server.
const clock = quickClock(RETRY_MS, false);

export function pickMishap(luck: Chance): Mishap {
  if (luck.next() < 0.4) return `model: ${luck.pick(faultNames)}`;
  return luck.pick(['none', 'cut', 'cut', 'slow reader', 'stop', 'leave', 'sent twice'] as const);
}

const isEnd = ({ type }: Frame): boolean => type === 'finish' || type === 'abort';

/** The frames of one reader of a run. */
interface Read {
  readonly end: Turn['end'];
  readonly frames: readonly Frame[];
  readonly gap_ms: number;
}

async function read(
  url: string,
  body: string,
  line: Line,
  faults: string[],
  leave: AbortController,
  onFrame: (frame: Frame) => void,
): Promise<Read> {
  const fetch = watchedFetch(line, (fault) => faults.push(fault));
  const client = createClient(createHttp({ api: url, site: SITE, token: () => undefined, fetch }));
  const frames: Frame[] = [];
  const began = performance.now();
  let [gap_ms, last] = [0, began];
  for (;;) {
    try {
      const run = followRun({ kind: 'ask', body }, { client, clock, signal: leave.signal });
      for (;;) {
        const step = await run.next();
        if (step.done) return { end: step.value, frames, gap_ms };
        if (step.value.kind === 'fault') faults.push('a frame could not be read');
        if (step.value.kind !== 'frame') continue;
        gap_ms = Math.max(gap_ms, performance.now() - last);
        last = performance.now();
        frames.push(step.value.frame);
        onFrame(step.value.frame);
      }
    } catch (error) {
      if (leave.signal.aborted) return { end: leave.signal.reason === 'hanging' ? 'lost' : 'left', frames, gap_ms };
      if (frames.length > 0 || !(error instanceof ApiError)) throw error;
      if (performance.now() - began > TAKEN_MS) return { end: 'refused', frames, gap_ms };
      await clock.sleep(RETRY_MS, new AbortController().signal);
    }
  }
}

/** Asks one question and checks what comes of it against I1 to I3. @param items ids that may stand on a card */
export async function turn(url: string, mishap: Mishap, { luck, outages }: World, items: ReadonlySet<string>): Promise<Turn> {
  const faults: string[] = [];
  const text = mishap.startsWith('model: ') ? `a camera [${mishap.slice(7)}]` : 'a camera';
  const body = JSON.stringify({ message: { id: crypto.randomUUID(), text }, locale: 'en' });
  const line: Line = mishap === 'cut' ? { cutAfter: Math.floor(luck.next() * 6000) } : mishap === 'slow reader' ? { slow_ms: 150 } : {};
  const leave = new AbortController();
  const after = Math.floor(luck.next() * 25);
  const silence = new Silence(outages, () => leave.abort('hanging'));
  let seen = 0;
  let conversation = '';
  const onFrame = (frame: Frame): void => {
    silence.heard();
    if (frame.type === 'start') conversation = frame.messageMetadata.conversation_id;
    seen += 1;
    if (seen !== after) return;
    if (mishap === 'leave') leave.abort('left');
    if (mishap === 'stop')
      void fetch(`${url}/v1/conversations/${conversation}/stop`, { method: 'POST', headers: { 'aisle-site': SITE } }).catch(
        () => undefined,
      );
  };
  const readers = [read(url, body, line, faults, leave, onFrame)];
  if (mishap === 'sent twice') readers.push(read(url, body, {}, faults, leave, () => undefined));
  const [one, other] = await Promise.all(readers);
  silence.end();
  if (!one) throw new Error('unreachable');
  if (one.end === 'lost' || one.end === 'gone')
    faults.push(`I1: ${one.end === 'lost' ? `no frame for ${HANGING_MS} ms` : 'the run was gone'}`);
  if (one.end === 'ended') {
    const ends = one.frames.filter(isEnd).length;
    const final = one.frames.at(-1);
    if (ends !== 1 || !final || !isEnd(final)) faults.push(`I1: ${ends} ends, the last frame is ${final?.type}`);
  }
  if (one.end === 'ended' && other?.end === 'ended' && JSON.stringify(one.frames) !== JSON.stringify(other.frames))
    faults.push('the same message sent twice was answered twice');
  for (const frame of one.frames)
    if (frame.type === 'data-itemCard' && !items.has(frame.data.item.id))
      faults.push(`a card of ${frame.data.item.id}, which no search returned`);
  const final = one.frames.findLast(isEnd);
  const outcome = final?.type === 'finish' ? (final.finishReason ?? 'finish') : final?.type === 'abort' ? `abort ${final.reason}` : one.end;
  if (!mishap.startsWith('model: ') && (outcome === 'error' || outcome === 'interrupted'))
    faults.push(`the model answered, and the turn ended: ${outcome}`);
  return { mishap, end: one.end, outcome, faults, gap_ms: one.gap_ms };
}
