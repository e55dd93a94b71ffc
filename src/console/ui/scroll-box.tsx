import type { ReactNode } from 'react';

/** A box that scrolls, also by keyboard. A group and no landmark: a page of them must stay easy to find one's way in. */
export function ScrollBox({ label, className = '', children }: { label: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={`aisle-scroll overflow-auto ${className}`}
    >
      {children}
    </div>
  );
}
