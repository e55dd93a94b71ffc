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
    return block.kind === 'part' ? <div key={block.key} aria-hidden="true" className="h-40 rounded-card bg-raised" /> : null;
  });
}
