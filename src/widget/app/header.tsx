import { useLanguage } from '../i18n/language.ts';
import { IconButton } from '../ui/button.tsx';
import { useConversation, useUi, useWidget } from './widget-context.ts';

export function Header() {
  const { t } = useLanguage();
  const { shop } = useWidget();
  const close = useUi((state) => state.setOpen);
  const textSize = useUi((state) => state.theme.textSize ?? 100);
  const nextTextSize = useUi((state) => state.nextTextSize);
  const startOver = useConversation((state) => state.startOver);
  const begun = useConversation(({ conversation }) => conversation.messages.length > 0);
  const sizeLabel = t.panel.textSize(textSize);
  return (
    <header className="flex h-13 shrink-0 items-center gap-0.5 border-b border-line ps-4 pe-2">
      <h2 dir="auto" className="min-w-0 flex-1 truncate text-body font-semibold">
        {shop?.name ?? t.adviser}
      </h2>
      <button
        type="button"
        aria-label={sizeLabel}
        title={sizeLabel}
        onClick={nextTextSize}
        className="inline-flex size-9 items-baseline justify-center rounded-control pt-1.5 text-soft hover:bg-raised hover:text-ink"
      >
        <span aria-hidden="true" className="text-[12px] font-medium">
          A
        </span>
        <span aria-hidden="true" className="text-[17px] font-medium">
          A
        </span>
      </button>
      {begun && <IconButton icon="write" label={t.panel.startOver} onClick={startOver} />}
      <IconButton icon="close" label={t.panel.close} onClick={() => close(false)} />
    </header>
  );
}
