import { memo, useRef } from 'react';
import { advance, emptyMarkdown, type MarkdownBlock, sections } from './blocks.ts';
import { block } from './render.tsx';
import { Arriving } from './words.tsx';

/** A finished block is drawn once: its object stays the same while the text behind it grows. */
const Block = memo(function Block({ of, arriving }: { of: MarkdownBlock; arriving: boolean }) {
  return <Arriving value={arriving}>{block(of.token)}</Arriving>;
});

interface SectionProps {
  readonly of: readonly MarkdownBlock[];
  /** How many of its blocks are finished, if some are still arriving. */
  readonly finished: number;
}

const Section = memo(function Section({ of, finished }: SectionProps) {
  return (
    <div className="flex flex-col gap-2">
      {of.map((one, index) => (
        <Block key={one.start} of={one} arriving={index >= finished} />
      ))}
    </div>
  );
});

/** Markdown, which may still be arriving. */
export function Markdown({ text, open = false }: { text: string; open?: boolean }) {
  // Caches of pure work: rendering twice, or not at all, leaves them right.
  const state = useRef(emptyMarkdown);
  const drawn = useRef<readonly MarkdownBlock[][]>([]);
  state.current = advance(state.current, text);
  drawn.current = sections(state.current.blocks, drawn.current);
  const finished = open ? state.current.finished : Number.POSITIVE_INFINITY;
  let before = 0;
  return (
    <div className="flex flex-col gap-2 break-words">
      {drawn.current.map((section) => {
        const done = Math.min(Math.max(finished - before, 0), section.length);
        before += section.length;
        return <Section key={section[0]?.start} of={section} finished={done} />;
      })}
    </div>
  );
}
