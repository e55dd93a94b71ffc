import { createContext, useContext, useRef } from 'react';

/** Whether the block around is still arriving. */
export const Arriving = createContext(false);

/** So many arrivals stay apart: with one every 100 ms, the oldest of them has faded in when it joins the rest. */
const APART = 2;

/**
 * Where each of the last arrivals begins in a text that grows at its end.
 * @param before what this gave for the text of before, whose length was `length`
 */
export function arrivals(before: readonly number[], length: number, text: string): readonly number[] {
  if (text.length === length) return before;
  if (text.length < length) return before.filter((start) => start < text.length);
  return [...before, length].slice(-APART);
}

/** Text that fades in as it arrives, a group of words at a time, and that is a single text node otherwise. */
export function Words({ text }: { text: string }) {
  const arriving = useContext(Arriving);
  // Caches of pure work: rendering twice, or not at all, leaves them right.
  const starts = useRef<readonly number[]>([]);
  const length = useRef(0);
  starts.current = arrivals(starts.current, length.current, text);
  length.current = text.length;
  if (!arriving) return text;
  return (
    <>
      {text.slice(0, starts.current[0])}
      {starts.current.map((start, index) => (
        <span key={start} className="animate-appear">
          {text.slice(start, starts.current[index + 1])}
        </span>
      ))}
    </>
  );
}
