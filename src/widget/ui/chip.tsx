import type { ButtonHTMLAttributes } from 'react';

/** A small choice. `chosen` is also told to assistive technology, so colour is never the only sign. */
export function Chip({
  chosen,
  dense = false,
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { chosen?: boolean; dense?: boolean }) {
  const state = chosen
    ? 'border-accent-ink bg-accent-wash text-accent-ink'
    : 'border-line bg-surface text-ink enabled:hover:border-edge enabled:hover:bg-raised disabled:text-soft';
  const size = dense ? 'min-h-7 px-1.5 text-tiny' : 'min-h-9 px-3 py-1 text-small';
  return (
    <button
      type="button"
      {...(chosen === undefined ? {} : { 'aria-pressed': chosen })}
      className={`inline-flex items-center gap-1.5 rounded-full border text-start font-medium ${size} ${state} ${className}`}
      {...rest}
    />
  );
}
