import { place } from './scale.ts';

const tones = { accent: 'text-accent-ink', bad: 'text-bad', warn: 'text-warn', good: 'text-good', soft: 'text-edge' } as const;
export type Tone = keyof typeof tones;

/** A bar in the cell of a table: the figure stands beside it, so nobody has to read it off. */
export function Bar({ value, most, tone = 'accent' }: { value: number; most: number; tone?: Tone }) {
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 100 8" preserveAspectRatio="none" className={`h-2 w-full ${tones[tone]}`}>
      <rect width="100" height="8" rx="1" fill="currentColor" opacity="0.14" />
      <rect width={Math.max(value > 0 ? 0.8 : 0, place(value, most, 100))} height="8" rx="1" fill="currentColor" />
    </svg>
  );
}
