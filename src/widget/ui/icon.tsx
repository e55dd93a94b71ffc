import { LineDrawing, shapes } from '../../design/line-drawing.tsx';

/** The widget's line drawings, one path each. */
const paths = {
  close: shapes.cross,
  plus: 'M10 4v12M4 10h12',
  check: shapes.check,
  send: 'M10 16V4.5M4.8 9.6L10 4.4l5.2 5.2',
  stop: 'M6 6h8v8H6z',
  more: 'M4.2 10a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0M9.2 10a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0M14.2 10a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0',
  down: 'M10 4v12M5 11l5 5 5-5',
  fold: 'M5 7.5l5 5 5-5',
  info: 'M10 9v4.5M10 6.4v.2M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0z',
  write:
    'M11 4.5H5.5a1.5 1.5 0 0 0-1.5 1.5v8.5A1.5 1.5 0 0 0 5.5 16H14a1.5 1.5 0 0 0 1.5-1.5V9M8.5 11.5l.4-2L15 3.4a1.1 1.1 0 0 1 1.6 1.6l-6.1 6.1-2 .4z',
  play: 'M7 4.8v10.4L15.5 10z',
  compare: shapes.compare,
  picture: 'M3.5 5h13v10h-13zM3.5 13l3.6-3.6 3 3 2.4-2.4 4 4',
  up: shapes.thumbUp,
  copy: shapes.copy,
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, size = 20, className = '' }: { name: IconName; size?: 16 | 20; className?: string }) {
  return <LineDrawing path={paths[name]} size={size} className={className} />;
}
