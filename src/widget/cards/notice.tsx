import type { NoticeCode, NoticeData } from '../../protocol/parts.ts';
import { QuietLine } from '../ui/quiet-line.tsx';

/** A notice that changes what the shopper may do next is amber; the others only inform. */
const urgent: ReadonlySet<NoticeCode> = new Set<NoticeCode>(['price_changed', 'identity_needed']);

export function Notice({ data }: { data: NoticeData }) {
  return (
    <QuietLine tone={urgent.has(data.code) ? 'warn' : 'plain'}>
      <span dir="auto">{data.text}</span>
    </QuietLine>
  );
}
