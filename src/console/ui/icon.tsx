/** Line drawings on a 20 px grid, one path each, drawn in the colour of the text around them. */
const paths = {
  check: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  warn: 'M10 3.5l7 12.5H3zM10 8v4M10 13.8v.2',
  swap: 'M4 7h11l-3-3M16 13H5l3 3',
  eye: 'M2.5 10S5.500 5 10 5s7.500 5 7.500 5-3 5-7.500 5-7.500-5-7.500-5zM12 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  fold: 'M7.500 5l5 5-5 5',
  copy: 'M7.5 7.500h8v8h-8zM5 12.500H4.500v-8h8V5',
  save: 'M10 3.500v9M6 9l4 4 4-4M4 16.500h12',
  erase: 'M4.500 6h11M8 6V4h4v2M6 6l.7 10.500h6.600L14 6',
  up: 'M3.500 9H6.500V16H3.500zM6.500 9L9.200 3.800C10.500 3.800 11.200 4.600 11.200 5.800V8H15.200C16.300 8 17 9 16.700 10L15.300 14.800C15.100 15.500 14.500 16 13.700 16H6.500',
  down: 'M16.500 11H13.500V4H16.500zM13.500 11L10.800 16.200C9.500 16.200 8.800 15.400 8.800 14.200V12H4.800C3.700 12 3 11 3.300 10L4.700 5.200C4.900 4.500 5.500 4 6.300 4H13.500',
  filter: 'M3 5h14M5.500 10h9M8.500 15h3',
  left: 'M12 5l-5 5 5 5',
  right: 'M8 5l5 5-5 5',
  search: 'M13.500 8.500a5 5 0 1 1-10 0 5 5 0 0 1 10 0zM12.200 12.200l4.300 4.300',
  tool: 'M12.500 3.500a4 4 0 0 0-3.700 5.500L3.500 14.300l2.200 2.200L11 11.200a4 4 0 0 0 5.300-4.700L13.800 9 11 8.500 10.800 6z',
  compare: 'M7 4v12M13 4v12M3.5 8h3.4M13.1 12h3.4',
  clock: 'M10 5.500V10l3 2M17.500 10a7.500 7.500 0 1 1-15 0 7.500 7.500 0 0 1 15 0z',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 20 20"
      width={16}
      height={16}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
    >
      <path d={paths[name]} />
    </svg>
  );
}
