import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

const tones = { plain: 'text-soft', warn: 'text-warn', bad: 'text-bad' } as const;

/** One line that informs without asking for attention. */
export function QuietLine({
  icon = 'info',
  tone = 'plain',
  children,
}: {
  icon?: IconName;
  tone?: keyof typeof tones;
  children: ReactNode;
}) {
  return (
    <div className={`flex items-start gap-1.5 text-small ${tones[tone]}`}>
      <Icon name={icon} size={16} className="mt-0.25" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
