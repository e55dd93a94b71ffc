import { ScrollBox } from './scroll-box.tsx';

/** Text as a machine wrote or read it. */
export function Code({ text, label }: { text: string; label: string }) {
  return (
    <ScrollBox label={label} className="max-h-96 rounded-control bg-raised p-2">
      <pre className="font-mono text-tiny break-words whitespace-pre-wrap">{text}</pre>
    </ScrollBox>
  );
}
