import { useTheme } from '../app/use-theme.ts';
import { useUi } from '../app/widget-context.ts';
import CompareTray from '../tray/compare-tray.tsx';

/** The compare tray beside the launcher, while the panel, which has its own, is closed. */
export function PageTray({ root }: { root: HTMLElement }) {
  const open = useUi((state) => state.open);
  useTheme(root);
  return open ? null : (
    <div className="aisle-page-tray">
      <CompareTray alone />
    </div>
  );
}
