import { useState } from 'react';
import { useWidget } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';
import type { Answer } from '../stores/model.ts';
import { IconButton } from '../ui/button.tsx';

/** The words of an answer, with the titles of its cards, as one would paste them into a message. */
function plainText({ blocks }: Answer): string {
  return blocks
    .map((block) => {
      if (block.kind === 'text') return block.text.trim();
      return block.kind === 'part' && block.part.type === 'data-itemCard' ? block.part.data.item.title : '';
    })
    .filter((line) => line !== '')
    .join('\n\n');
}

/** Copy and judge the newest answer; quiet until it is reached for. */
export function AnswerFooter({ answer }: { answer: Answer }) {
  const { t } = useLanguage();
  const { client } = useWidget();
  const [said, setSaid] = useState<string>();
  const { runId } = answer;
  const copy = (): void => {
    // Blocked by the page's permissions policy: nothing was copied, so nothing is said.
    navigator.clipboard?.writeText(plainText(answer)).then(
      () => setSaid(t.feedback.copied),
      () => undefined,
    );
  };
  const judge = (id: string, verdict: 'up' | 'down'): void => {
    client.feedback(id, verdict).then(
      () => setSaid(t.feedback.thanks),
      () => setSaid(t.feedback.notSent),
    );
  };
  return (
    <div className="-mx-2 -my-1 flex items-center">
      <IconButton icon="copy" label={t.feedback.copy} size="small" onClick={copy} />
      {runId !== undefined && (
        <>
          <IconButton icon="up" label={t.feedback.up} size="small" onClick={() => judge(runId, 'up')} />
          <IconButton icon="up" label={t.feedback.down} size="small" className="rotate-180" onClick={() => judge(runId, 'down')} />
        </>
      )}
      <span role="status" className="ps-1 text-tiny text-soft">
        {said}
      </span>
    </div>
  );
}
