import { memo, useRef } from 'react';
import { advance, emptyMarkdown, type MarkdownBlock } from './blocks.ts';
import { block } from './render.tsx';
import { Arriving } from './words.tsx';

/** A finished block is drawn once: its object stays the same while the text behind it grows. */
const Block = memo(function Block({ of, arriving }: { of: MarkdownBlock; arriving: boolean }) {
  return <Arriving value={arriving}>{block(of.token)}</Arriving>;
});

/** Markdown, which may still be arriving. */
export function Markdown({ text, open = false }: { text: string; open?: boolean }) {
  const state = useRef(emptyMarkdown);
  // A cache of pure work: rendering twice, or not at all, leaves it right.
  state.current = advance(state.current, text);
  const { blocks, finished } = state.current;
  return (
    <div className="flex flex-col gap-2 text-pretty break-words">
      {blocks.map((one, index) => (
        <Block key={one.start} of={one} arriving={open && index >= finished} />
      ))}
    </div>
  );
}
