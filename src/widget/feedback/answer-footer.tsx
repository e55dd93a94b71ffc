import { useState } from 'react';
import { useWidget } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';
import type { Answer } from '../stores/model.ts';
import { IconButton } from '../ui/button.tsx';
import { FeedbackNote } from './feedback-note.tsx';
import { feedbackWords } from './words.ts';

type Verdict = 'up' | 'down';

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
export default function AnswerFooter({ answer }: { answer: Answer }) {
  const { locale } = useLanguage();
  const words = feedbackWords(locale);
  const { client } = useWidget();
  const [said, setSaid] = useState<string>();
  const [verdict, setVerdict] = useState<Verdict>();
  const { runId } = answer;
  const copy = (): void => {
    // Absent on plain `http:` pages, refused by a permissions policy.
    const copied = navigator.clipboard?.writeText(plainText(answer)) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => setSaid(words.copied),
      () => setSaid(words.notCopied),
    );
  };
  const judge = (run_id: string, given: Verdict, note?: string): void => {
    client.feedback({ run_id, verdict: given, ...(note ? { note } : {}) }).then(
      () => {
        setSaid(words.thanks);
        setVerdict(given);
      },
      () => setSaid(words.notSent),
    );
  };
  const noting = runId !== undefined && verdict === 'down';
  return (
    <div className="-my-1 flex flex-col gap-1">
      <div className="-mx-2 flex items-center">
        <IconButton icon="copy" label={words.copy} size="small" onClick={copy} />
        {runId !== undefined && (
          <>
            <IconButton icon="up" label={words.up} size="small" aria-pressed={verdict === 'up'} onClick={() => judge(runId, 'up')} />
            <IconButton
              icon="up"
              label={words.down}
              size="small"
              className="rotate-180"
              aria-pressed={verdict === 'down'}
              onClick={() => judge(runId, 'down')}
            />
          </>
        )}
        <span role="status" className="ps-1 text-tiny text-soft">
          {said}
        </span>
      </div>
      {noting && <FeedbackNote words={words} onSend={(note) => judge(runId, 'down', note)} />}
    </div>
  );
}
