import { type FormEvent, useState } from 'react';
import { useCardWords } from '../../i18n/cards/card-words.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useCardActions } from '../card-context.ts';

/** A way to answer what no option says. @param only there are no options: the field stands open */
export function OtherAnswer({ only = false }: { only?: boolean }) {
  const { question: words } = useCardWords();
  const { say } = useCardActions();
  const [text, setText] = useState(only ? '' : undefined);
  if (text === undefined) {
    return (
      <Chip className="self-start border-dashed text-soft" onClick={() => setText('')}>
        {words.other}
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
        // The field was asked for by a press just now; the shopper's next act is to type in it. One that came with its question waits.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus={!only}
        aria-label={words.otherLabel}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        className="h-9 min-w-0 flex-1 rounded-control border border-edge bg-surface px-3 text-small touch:h-11 phone:text-[max(16px,calc(15px*var(--aisle-scale)))]"
      />
      <Button type="submit" look="primary" disabled={text.trim() === ''}>
        {words.send}
      </Button>
    </form>
  );
}
