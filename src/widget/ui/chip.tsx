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
    : 'border-line bg-surface text-ink enabled:hover:border-edge enabled:hover:bg-raised enabled:active:bg-sunken disabled:text-soft';
  const size = dense ? 'min-h-8 min-w-8 justify-center px-1.5 tabular-nums' : 'min-h-9 px-3 py-1';
  return (
    <button
      type="button"
      {...(chosen === undefined ? {} : { 'aria-pressed': chosen })}
      className={`inline-flex items-center gap-1.5 rounded-[22px] border text-start text-small font-medium touch:min-h-11 touch:min-w-11 ${size} ${state} ${className}`}
      {...rest}
    />
  );
}
