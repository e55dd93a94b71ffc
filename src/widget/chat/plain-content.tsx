import { CardSkeleton } from '../cards/card-skeleton.tsx';
import type { Block } from '../stores/model.ts';

/** An answer before the file that draws it has come, or where it does not come: its words, and room for its cards. */
export function PlainContent({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block) => {
    if (block.kind === 'text')
      return (
        <p key={block.key} dir="auto" className="break-words whitespace-pre-wrap">
          {block.text}
        </p>
      );
    return block.kind === 'part' ? <CardSkeleton key={block.key} type={block.part.type} /> : null;
  });
}
