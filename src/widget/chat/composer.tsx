import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import { MESSAGE_LIMIT } from '../../protocol/chat.ts';
import { useConversation, useUi } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { isRunning, lastAnswer } from '../stores/model.ts';
import { Icon } from '../ui/icon.tsx';

/** Lines the field grows to before it scrolls. */
const MAX_LINES = 5;

/**
 * Enter that ends a composition belongs to the input method. Safari ends the composition before the key event, so
 * there only the key code (229) tells.
 */
const composing = ({ nativeEvent }: KeyboardEvent): boolean => nativeEvent.isComposing || nativeEvent.keyCode === 229;

/** Where the shopper writes. Never blocked: while an answer streams one may go on typing, and send. */
export function Composer({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const { t } = useLanguage();
  const draft = useUi((state) => state.draft);
  const setDraft = useUi((state) => state.setDraft);
  const ask = useConversation((state) => state.ask);
  const stop = useConversation((state) => state.stop);
  const running = useConversation(({ conversation }) => isRunning(lastAnswer(conversation)));
  const over = [...draft].length - MESSAGE_LIMIT;
  const sendable = draft.trim() !== '' && over <= 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is measured again when its text changes
  useLayoutEffect(() => {
    const element = field.current;
    // Where the field can grow by itself, nothing needs measuring, and a sent question costs one layout less.
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    const line = Number.parseFloat(getComputedStyle(element).lineHeight);
    element.style.height = `${Math.min(element.scrollHeight, Math.ceil(line * MAX_LINES) + 16)}px`;
  }, [draft, field]);

  const send = (): void => {
    if (!sendable) return;
    setDraft('');
    ask(draft);
    // Sent with the mouse, the button goes away under it; whoever writes stays where they write.
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || composing(event)) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      className="px-3 pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="flex items-end gap-1 rounded-card border border-edge bg-surface p-1 outline-accent-wash focus-within:border-accent-ink focus-within:outline-3">
        <textarea
          ref={field}
          rows={1}
          aria-label={t.composer.label}
          placeholder={t.composer.placeholder}
          value={draft}
          enterKeyHint="send"
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          className="aisle-scroll field-sizing-content max-h-[calc(var(--aisle-line)*var(--aisle-scale)*5+16px)] min-w-0 flex-1 resize-none bg-transparent px-2 py-2 text-body placeholder:text-soft focus-visible:outline-none phone:text-[max(16px,calc(15px*var(--aisle-scale)))]"
        />
        {running && !sendable ? (
          <RoundButton label={t.composer.stop} icon="stop" onPress={stop} />
        ) : (
          <RoundButton label={t.composer.send} icon="send" disabled={!sendable} />
        )}
      </div>
      {over > 0 && (
        <p role="alert" className="px-1 pt-1 text-tiny text-bad">
          {t.composer.tooLong(over)}
        </p>
      )}
    </form>
  );
}

function RoundButton({
  label,
  icon,
  disabled = false,
  onPress,
}: {
  label: string;
  icon: 'send' | 'stop';
  disabled?: boolean;
  onPress?: () => void;
}) {
  return (
    <button
      type={onPress ? 'button' : 'submit'}
      aria-label={label}
      title={label}
      disabled={disabled}
      {...(onPress ? { onClick: onPress } : {})}
      className="m-0.5 inline-flex size-8 shrink-0 items-center justify-center rounded-control bg-accent text-on-accent disabled:bg-sunken disabled:text-soft"
    >
      <Icon name={icon} className={icon === 'stop' ? 'fill-current' : ''} />
    </button>
  );
}
