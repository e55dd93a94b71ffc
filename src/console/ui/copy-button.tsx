import { useEffect, useState } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { Button } from './button.tsx';

/** Copies a text; says that it did, or that the browser did not let it. */
export function CopyButton({ text, label, look = 'outline' }: { text: () => string; label: string; look?: 'outline' | 'plain' }) {
  const { t } = useLanguage();
  const [done, setDone] = useState<'copied' | 'refused'>();
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(undefined), 2500);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
      () => setDone('copied'),
      () => setDone('refused'),
    );
  };
  return (
    <>
      <Button look={look} icon={done === 'copied' ? 'check' : 'copy'} onClick={copy}>
        {done ? t.copy[done] : label}
      </Button>
      <span role="status" className="sr-only">
        {done ? t.copy[done] : ''}
      </span>
    </>
  );
}
