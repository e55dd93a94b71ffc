import { groupsIn } from './cards.tsx';
import { panelStates } from './panel.ts';
import type { View } from './view.ts';

/** The switches, in the order of a reader's questions; each is a part of the address. */
const switches = [
  { name: 'group', values: ['', ...groupsIn('en').map(({ name }) => name)] },
  { name: 'state', values: ['', ...panelStates] },
  { name: 'locale', values: ['en', 'zh-CN'] },
  { name: 'scheme', values: ['light', 'dark'] },
  { name: 'width', values: ['320', '360', '400', '560', '900'] },
  { name: 'size', values: ['100', '115', '130', '200'] },
] as const;

/** Changes one part of the address; the page loads anew, as a shop's page would. */
function show(name: string, value: string): void {
  const query = new URLSearchParams(location.search);
  if (value === '') query.delete(name);
  else query.set(name, value);
  location.search = query.toString();
}

export function Toolbar({ view }: { view: View }) {
  const now: Readonly<Record<(typeof switches)[number]['name'], string>> = {
    group: view.group ?? '',
    state: view.panel ?? '',
    locale: view.locale,
    scheme: view.scheme,
    width: String(view.width),
    size: String(view.size),
  };
  return (
    <div role="toolbar" aria-label="View" className="flex flex-wrap gap-4 border-b border-line bg-raised px-4 py-2 text-small text-ink">
      {switches.map(({ name, values }) => (
        <label key={name} className="flex items-center gap-2">
          {name}
          <select
            value={now[name]}
            onChange={(event) => show(name, event.target.value)}
            className="h-9 rounded-control border border-edge bg-surface px-2"
          >
            {values.map((value) => (
              <option key={value} value={value}>
                {value === '' ? (name === 'group' ? 'all cards' : 'cards') : value}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
