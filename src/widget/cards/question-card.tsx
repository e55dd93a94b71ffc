import { type FormEvent, useId, useState } from 'react';
import type { AskCardData } from '../../protocol/parts.ts';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { useCardActions } from './card-context.ts';

/**
 * Asks for the one missing condition.
 * @param reply what the shopper said next; the card is then answered and shows the choice quietly.
 */
export function QuestionCard({ data, reply }: { data: AskCardData; reply?: string | undefined }) {
  const { t, number } = useLanguage();
  const { say } = useCardActions();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const title = useId();
  const answered = reply !== undefined;
  const said = new Set((reply ?? '').split(/[,、，]\s*/));
  const chosen = (label: string): boolean => (answered ? reply === label || said.has(label) : picked.has(label));

  const press = (label: string): void => {
    if (!data.multi) {
      say(label);
      return;
    }
    const next = new Set(picked);
    if (!next.delete(label)) next.add(label);
    setPicked(next);
  };
  // In the card's order, not in the order of the presses.
  const labels = data.options.map((option) => option.label).filter((label) => picked.has(label));

  return (
    <fieldset aria-labelledby={title} className="flex flex-col gap-3 rounded-card border border-line bg-surface p-3">
      <p id={title} dir="auto" className={`text-body font-semibold ${answered ? 'text-soft' : ''}`}>
        {data.question}
        {data.multi && !answered && <span className="block text-tiny font-normal text-soft">{t.question.severalHint}</span>}
        {answered && <span className="sr-only"> ({t.question.answered})</span>}
      </p>
      <div className="aisle-scroll flex max-h-60 flex-wrap gap-2 overflow-y-auto">
        {data.options.map((option) => (
          <Chip
            key={option.id}
            disabled={answered}
            {...(data.multi || answered ? { chosen: chosen(option.label) } : {})}
            onClick={() => press(option.label)}
          >
            <span dir="auto">{option.label}</span>
            {option.count !== undefined && !answered && (
              <span className="text-tiny font-normal text-soft tabular-nums">
                <span aria-hidden="true">{number(option.count)}</span>
                <span className="sr-only">{t.question.count(number(option.count))}</span>
              </span>
            )}
          </Chip>
        ))}
        {!answered && <OtherAnswer />}
      </div>
      {data.multi && !answered && (
        <Button look="primary" disabled={labels.length === 0} className="self-start" onClick={() => say(labels.join(t.question.separator))}>
          {t.question.done(labels.length)}
        </Button>
      )}
    </fieldset>
  );
}

function OtherAnswer() {
  const { t } = useLanguage();
  const { say } = useCardActions();
  const [text, setText] = useState<string>();
  if (text === undefined) {
    return (
      <Chip className="border-dashed text-soft" onClick={() => setText('')}>
        {t.question.other}
      </Chip>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') say(text.trim());
  };
  return (
    <form className="flex w-full gap-2" onSubmit={submit}>
      <input
        // The field was asked for by a press just now; the shopper's next act is to type in it.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        aria-label={t.question.otherLabel}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        className="h-9 min-w-0 flex-1 rounded-control border border-edge bg-surface px-2 text-small"
      />
      <Button type="submit" look="primary" disabled={text.trim() === ''}>
        {t.question.send}
      </Button>
    </form>
  );
}
