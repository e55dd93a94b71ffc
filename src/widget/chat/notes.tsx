import { useConversation } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { Icon } from '../ui/icon.tsx';

/** What the adviser noted about the wish; each note can be taken back. */
export function Notes() {
  const { t } = useLanguage();
  const notes = useConversation(({ conversation }) => conversation.notes);
  const forget = useConversation((state) => state.forgetNote);
  if (notes.length === 0) return null;
  return (
    <div className="aisle-row mx-3 mt-1 flex items-center gap-1.5 overflow-x-auto text-tiny text-soft">
      <span className="shrink-0">{t.notes.title}</span>
      <ul className="flex gap-1.5">
        {notes.map((note) => (
          <li key={note.key} className="flex shrink-0 items-center rounded-full bg-raised ps-2">
            <span dir="auto" title={note.label}>
              {note.value}
            </span>
            <button
              type="button"
              aria-label={t.notes.forget(`${note.label} ${note.value}`)}
              className="inline-flex size-6 items-center justify-center rounded-full hover:text-ink"
              onClick={() => forget(note.key)}
            >
              <Icon name="close" size={16} className="scale-75" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
