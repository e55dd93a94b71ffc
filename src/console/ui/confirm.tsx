import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { Button } from './button.tsx';

/** Asks before something that cannot be taken back. The browser's own dialog keeps the focus inside and Escape closes it. */
export function Confirm({
  title,
  yes,
  busy,
  onYes,
  onNo,
  children,
}: {
  title: string;
  yes: string;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onNo}
      className="w-[min(440px,calc(100vw-32px))] rounded-panel border border-line bg-surface p-5"
    >
      <h2 id={heading} className="text-title font-semibold">
        {title}
      </h2>
      <div className="mt-2 text-body text-soft">{children}</div>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={() => dialog.current?.close()}>{t.cancel}</Button>
        <Button look="danger" icon="erase" disabled={busy} onClick={onYes}>
          {yes}
        </Button>
      </div>
    </dialog>
  );
}
