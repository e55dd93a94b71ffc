import type { ComponentPropsWithRef } from 'react';
import { Icon, type IconName } from './icon.tsx';

const looks = {
  primary: 'bg-accent text-on-accent hover:opacity-90 active:opacity-80 disabled:bg-sunken disabled:text-soft disabled:opacity-100',
  outline: 'border border-line bg-surface text-ink hover:bg-raised active:bg-sunken disabled:text-soft',
  chosen: 'border border-accent-ink bg-accent-wash text-accent-ink',
  plain: 'text-accent-ink hover:bg-raised active:bg-sunken disabled:text-soft',
} as const;
type Look = keyof typeof looks;

/** The shape of every action, also for links that look like one. */
export const buttonClass = (look: Look): string =>
  `inline-flex min-h-9 touch:min-h-11 items-center justify-center gap-1 rounded-control text-small font-medium whitespace-nowrap transition-opacity ${looks[look]}`;

type ButtonProps = ComponentPropsWithRef<'button'> & { look?: Look };

export function Button({ look = 'outline', className = '', ...rest }: ButtonProps) {
  return <button type="button" className={`${buttonClass(look)} px-3 ${className}`} {...rest} />;
}

const sizes = { normal: 'size-9', small: 'size-8' } as const;

/** A square button with a drawing; its name is read and shown as a tooltip. */
export function IconButton({
  icon,
  label,
  size = 'normal',
  className = '',
  ...rest
}: Omit<ButtonProps, 'look'> & { icon: IconName; label: string; size?: keyof typeof sizes }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-flex ${sizes[size]} items-center justify-center rounded-control text-soft hover:bg-raised hover:text-ink active:bg-sunken touch:size-11 ${className}`}
      {...rest}
    >
      <Icon name={icon} size={size === 'small' ? 16 : 20} />
    </button>
  );
}
