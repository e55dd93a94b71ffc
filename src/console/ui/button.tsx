import type { ComponentPropsWithRef } from 'react';
import { Icon, type IconName } from './icon.tsx';

const looks = {
  primary: 'bg-accent text-on-accent hover:opacity-90 disabled:bg-sunken disabled:text-soft disabled:opacity-100',
  outline: 'border border-line bg-surface text-ink hover:bg-raised active:bg-sunken disabled:text-soft',
  plain: 'text-accent-ink hover:bg-raised active:bg-sunken disabled:text-soft',
  danger: 'border border-bad bg-surface text-bad hover:bg-raised disabled:text-soft',
} as const;

/** The shape of every action, also for links that look like one. */
export const buttonClass = (look: keyof typeof looks = 'outline'): string =>
  `inline-flex min-h-8 touch:min-h-11 items-center justify-center gap-1.5 rounded-control px-2.5 text-small font-medium whitespace-nowrap ${looks[look]}`;

export function Button({
  look = 'outline',
  icon,
  className = '',
  children,
  ...rest
}: ComponentPropsWithRef<'button'> & { look?: keyof typeof looks; icon?: IconName }) {
  return (
    <button type="button" className={`${buttonClass(look)} ${className}`} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
