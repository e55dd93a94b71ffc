import { createContext, useContext } from 'react';

/** Whether the block around is still arriving. */
export const Arriving = createContext(false);

/** So many groups at the end are apart; older ones have long faded in and are one text again. */
const KEPT_APART = 40;

/** A word, or a few characters where words have no spaces, with the space behind it. */
const GROUP = /\s+|\S{1,12}\s*/gu;

/** Cuts a text into groups; a longer text begins with the same ones, but for the last. */
export const wordGroups = (text: string): string[] => text.match(GROUP) ?? [];

/** Text whose new words fade in while it streams, and which is a single text node otherwise. */
export function Words({ text }: { text: string }) {
  if (!useContext(Arriving)) return text;
  const groups = wordGroups(text);
  const settled = Math.max(groups.length - KEPT_APART, 0);
  return (
    <>
      {groups.slice(0, settled).join('')}
      {groups.slice(settled).map((group, index) => (
        // A group is its place in the text, which only grows at its end.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={settled + index} className="animate-appear">
          {group}
        </span>
      ))}
    </>
  );
}
