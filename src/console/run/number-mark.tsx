/** The number that ties a mark in a text to the rule named under it. */
export function NumberMark({ n }: { n: number }) {
  return (
    <sup className="mx-0.5 rounded-full bg-sunken px-1 text-[10px] leading-3 font-semibold text-ink no-underline tabular-nums">{n}</sup>
  );
}
