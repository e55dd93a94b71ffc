import { memo, useRef } from 'react';
import { advance, emptyMarkdown, type MarkdownBlock } from './blocks.ts';
import { block } from './render.tsx';

/** A finished block is drawn once: its object stays the same while the text behind it grows. */
const Block = memo(function Block({ of }: { of: MarkdownBlock }) {
  return block(of.token);
});

/** Markdown that may still be arriving. */
export function Markdown({ text }: { text: string }) {
  const state = useRef(emptyMarkdown);
  // A cache of pure work: rendering twice, or not at all, leaves it right.
  state.current = advance(state.current, text);
  return (
    <div className="flex flex-col gap-2 text-pretty break-words">
      {state.current.blocks.map((one) => (
        <Block key={one.start} of={one} />
      ))}
    </div>
  );
}
