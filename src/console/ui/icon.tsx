import { LineDrawing, shapes } from '../../design/line-drawing.tsx';

/** The console's line drawings, one path each. */
const paths = {
  check: shapes.check,
  cross: shapes.cross,
  warn: 'M10 3.5l7 12.5H3zM10 8v4M10 13.8v.2',
  swap: 'M4 7h11l-3-3M16 13H5l3 3',
  eye: 'M2.5 10S5.500 5 10 5s7.500 5 7.500 5-3 5-7.500 5-7.500-5-7.500-5zM12 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  fold: 'M7.500 5l5 5-5 5',
  copy: shapes.copy,
  save: 'M10 3.500v9M6 9l4 4 4-4M4 16.500h12',
  erase: 'M4.500 6h11M8 6V4h4v2M6 6l.7 10.500h6.600L14 6',
  up: shapes.thumbUp,
  down: 'M16.500 11H13.500V4H16.500zM13.500 11L10.800 16.200C9.500 16.200 8.800 15.400 8.800 14.200V12H4.800C3.700 12 3 11 3.300 10L4.700 5.200C4.900 4.500 5.500 4 6.300 4H13.500',
  filter: 'M3 5h14M5.500 10h9M8.500 15h3',
  left: 'M12 5l-5 5 5 5',
  right: 'M8 5l5 5-5 5',
  search: 'M13.500 8.500a5 5 0 1 1-10 0 5 5 0 0 1 10 0zM12.200 12.200l4.300 4.300',
  tool: 'M12.500 3.500a4 4 0 0 0-3.700 5.500L3.500 14.300l2.200 2.200L11 11.200a4 4 0 0 0 5.300-4.700L13.800 9 11 8.500 10.800 6z',
  compare: shapes.compare,
  clock: 'M10 5.500V10l3 2M17.500 10a7.500 7.500 0 1 1-15 0 7.500 7.500 0 0 1 15 0z',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return <LineDrawing path={paths[name]} size={16} className={className} />;
}
