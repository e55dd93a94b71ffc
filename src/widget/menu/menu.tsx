import { useEffect, useRef, useState } from 'react';
import { useConversation, useUi, useWidget } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { TEXT_SIZES } from '../stores/ui-store.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { saveConversation } from './save.ts';
import { menuWords } from './words.ts';

const row = 'flex min-h-10 items-center rounded-control px-3 text-start hover:bg-raised disabled:text-soft disabled:hover:bg-transparent';

interface MenuProps {
  /** Done with: the focus goes back to the button. */
  readonly onDone: () => void;
  /** The shopper went elsewhere. */
  readonly onLeft: () => void;
}

/** How the text looks, and what becomes of the conversation. Plain buttons: Tab goes through them, Escape leaves. */
export default function Menu({ onDone, onLeft }: MenuProps) {
  const { locale } = useLanguage();
  const words = menuWords(locale);
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands in the menu changes with the question
  useEffect(() => first.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true }), [asking]);
  useEffect(() => {
    const around = first.current?.parentElement;
    const root = first.current?.getRootNode();
    const listening = new AbortController();
    const leave = ({ target }: Event): void => {
      // Its own button, which stands beside it, closes it by being pressed again.
      if (target instanceof Node && !around?.contains(target)) onLeft();
    };
    // Escape takes one thing away at a time: the menu, not the panel behind it.
    const onEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onDone();
    };
    first.current?.addEventListener('keydown', onEscape, { signal: listening.signal });
    for (const type of ['pointerdown', 'focusin']) root?.addEventListener(type, leave, { signal: listening.signal });
    return () => listening.abort();
  }, [onDone, onLeft]);
  return (
    <div
      ref={first}
      className="absolute end-2 top-12 z-1 flex w-72 max-w-[calc(100%-16px)] animate-appear flex-col rounded-card border border-line bg-surface p-1.5 shadow-(--aisle-chip-shadow)"
    >
      {asking ? <Erase onKept={() => setAsking(false)} onDone={onDone} /> : <Choices onErase={() => setAsking(true)} words={words} />}
    </div>
  );
}

function Choices({ words, onErase }: { words: ReturnType<typeof menuWords>; onErase: () => void }) {
  const language = useLanguage();
  const { shop } = useWidget();
  const size = useUi((state) => state.theme.textSize ?? 100);
  const setSize = useUi((state) => state.setTextSize);
  const conversation = useConversation((state) => state.conversation);
  const [saved, setSaved] = useState(false);
  const begun = conversation.messages.length > 0;
  return (
    <>
      <fieldset className="flex flex-col gap-1.5 px-3 pt-1.5 pb-2">
        <legend className="float-start pb-1.5 text-small text-soft">{words.textSize}</legend>
        <div className="flex flex-wrap gap-1.5">
          {TEXT_SIZES.map((percent, index) => (
            <Chip key={percent} chosen={percent === size} onClick={() => setSize(percent)}>
              {words.sizes[index]}
            </Chip>
          ))}
        </div>
      </fieldset>
      <hr className="mx-3 my-1 border-line" />
      <button
        type="button"
        className={row}
        disabled={!begun}
        onClick={() => {
          saveConversation(conversation, shop?.name ?? language.t.adviser, language);
          setSaved(true);
        }}
      >
        {words.save}
      </button>
      <button type="button" className={row} disabled={!begun} onClick={onErase}>
        {words.erase}
      </button>
      <p role="status" className="px-3 text-small text-soft empty:hidden">
        {saved ? words.saved : ''}
      </p>
    </>
  );
}

function Erase({ onKept, onDone }: { onKept: () => void; onDone: () => void }) {
  const { locale } = useLanguage();
  const words = menuWords(locale);
  const erase = useConversation((state) => state.erase);
  const forget = useUi((state) => state.forget);
  const [state, setState] = useState<'asked' | 'erasing' | 'failed'>('asked');
  const confirm = (): void => {
    setState('erasing');
    erase().then(
      () => {
        forget();
        onDone();
      },
      () => setState('failed'),
    );
  };
  return (
    <div className="flex flex-col gap-3 p-2">
      <p>{words.eraseQuestion}</p>
      {state === 'failed' && (
        <p role="alert" className="text-small text-bad">
          {words.notErased}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onKept}>{words.eraseNo}</Button>
        <Button look="primary" disabled={state === 'erasing'} onClick={confirm}>
          {state === 'erasing' ? words.erasing : words.eraseYes}
        </Button>
      </div>
    </div>
  );
}
