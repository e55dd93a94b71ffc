import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import type { FeedbackWords } from './words.ts';

/** As `POST /v1/feedback` takes it. */
const NOTE_LIMIT = 1000;

/** What was wrong, in the shopper's own words; the verdict is sent already, so this may be left empty. */
export function FeedbackNote({ words, onSend }: { words: FeedbackWords; onSend: (note: string) => void }) {
  const [note, setNote] = useState('');
  const [sent, setSent] = useState(false);
  if (sent) return null;
  return (
    <form
      className="flex animate-appear items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() === '') return;
        onSend(note.trim());
        setSent(true);
      }}
    >
      <input
        aria-label={words.whatWasWrong}
        placeholder={words.whatWasWrong}
        maxLength={NOTE_LIMIT}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        className="min-h-8 min-w-0 flex-1 rounded-control border border-edge bg-surface px-2 text-small placeholder:text-soft phone:text-[max(16px,calc(13px*var(--aisle-scale)))]"
      />
      <Button type="submit" disabled={note.trim() === ''}>
        {words.send}
      </Button>
    </form>
  );
}
