import { type ReactNode, useState } from 'react';
import { Icon } from './icon.tsx';

/** Something long, folded. What is inside is not even made before it is opened. */
export function Fold({ summary, open = false, children }: { summary: ReactNode; open?: boolean; children: () => ReactNode }) {
  const [opened, setOpened] = useState(open);
  return (
    <details open={open} onToggle={(event) => setOpened(event.currentTarget.open)} className="group min-w-0">
      <summary className="inline-flex min-h-7 touch:min-h-11 items-center gap-1 rounded-small text-small text-soft hover:text-ink">
        <Icon name="fold" className="transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      {opened && <div className="mt-1 min-w-0 ps-5">{children()}</div>}
    </details>
  );
}
