import { useId, useState } from 'react';
import type { AskCardData } from '../../../protocol/parts.ts';
import { useCardWords } from '../../i18n/cards/card-words.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { useCardActions } from '../card-context.ts';
import type { CardProps } from '../registry.tsx';
import { Options } from './options.tsx';

type Place = Pick<CardProps<'data-askCard'>['place'], 'reply'>;

/**
 * Asks for the one missing condition. Once the shopper has said something more, the card is answered and shows the
 * choice quietly.
 */
export default function QuestionCard({ data, place: { reply } }: { data: AskCardData; place: Place }) {
  const { t } = useLanguage();
  const { question: words } = useCardWords();
  const { say } = useCardActions();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const title = useId();
  const answered = reply !== undefined;
  const said = new Set((reply ?? '').split(/[,、，]\s*/));
  const isChosen = (label: string): boolean => (answered ? reply === label || said.has(label) : picked.has(label));

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
    <fieldset aria-labelledby={title} className="flex min-w-0 flex-col gap-3 rounded-card border border-line bg-surface p-3">
      <div>
        <p id={title} dir="auto" className={`font-semibold wrap-anywhere ${answered ? 'text-soft' : ''}`}>
          {data.question}
          {answered && <span className="sr-only"> ({words.answered})</span>}
        </p>
        {data.multi && !answered && <p className="text-small text-soft">{words.severalHint}</p>}
      </div>
      <Options options={data.options} answered={answered} toggles={data.multi || answered} isChosen={isChosen} onPress={press} />
      {data.multi && !answered && (
        <Button look="primary" disabled={labels.length === 0} className="self-start" onClick={() => say(labels.join(t.separator))}>
          {words.done(labels.length)}
        </Button>
      )}
    </fieldset>
  );
}
