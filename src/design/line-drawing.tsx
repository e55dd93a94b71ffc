/** Paths that the widget and the console both draw. */
export const shapes = {
  check: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  compare: 'M7 4v12M13 4v12M3.5 8h3.4M13.1 12h3.4',
  copy: 'M7.5 7.500h8v8h-8zM5 12.500H4.500v-8h8V5',
  thumbUp:
    'M3.500 9H6.500V16H3.500zM6.500 9L9.200 3.800C10.500 3.800 11.200 4.600 11.200 5.800V8H15.200C16.300 8 17 9 16.700 10L15.300 14.800C15.100 15.500 14.500 16 13.700 16H6.500',
} as const;

/**
 * One path on a 20 px grid as a line drawing, in the colour of the text around it. Hidden from screen readers: the words beside it
 * say what it means.
 */
export function LineDrawing({ path, size, className }: { path: string; size: 16 | 20; className: string }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
    >
      <path d={path} />
    </svg>
  );
}
