import type { ComponentPropsWithRef, MouseEvent } from 'react';
import { navigate } from '../app/route.ts';

/** A link within the console: followed without loading the page again, unless the reader wants it in another tab. */
export function Link({ href, onClick, ...rest }: ComponentPropsWithRef<'a'> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(href);
  };
  return <a href={href} onClick={follow} {...rest} />;
}

/** A link in a text. */
export const linkClass = 'text-accent-ink underline underline-offset-2 hover:no-underline';
