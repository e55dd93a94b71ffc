import { readFileSync } from 'node:fs';

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[]] } };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** Objects of one constructor, or of one kind of V8's own. */
interface Kind {
  count: number;
  bytes: number;
}

/** What a heap snapshot holds, by constructor. */
function kindsIn(path: string): Map<string, Kind> {
  const { snapshot, nodes, strings } = JSON.parse(readFileSync(path, 'utf8')) as Snapshot;
  const { node_fields: fields, node_types } = snapshot.meta;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field)) as [number, number, number];
  const kinds = new Map<string, Kind>();
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = node_types[0][nodes[at + type] ?? 0] ?? '';
    const named = kind === 'object' || kind === 'native' ? (strings[nodes[at + name] ?? 0] ?? '') : `(${kind})`;
    const found = kinds.get(named) ?? { count: 0, bytes: 0 };
    found.count += 1;
    found.bytes += nodes[at + size] ?? 0;
    kinds.set(named, found);
  }
  return kinds;
}

/** The kinds that grew most between two heap snapshots, one line each, largest growth first. */
export function growth(before: string, after: string, lines: number): string[] {
  const [was, is] = [kindsIn(before), kindsIn(after)];
  return [...is]
    .map(([name, { count, bytes }]) => ({
      name,
      count,
      bytes,
      more: bytes - (was.get(name)?.bytes ?? 0),
      many: count - (was.get(name)?.count ?? 0),
    }))
    .sort((a, b) => b.more - a.more)
    .slice(0, lines)
    .map(({ name, bytes, count, more, many }) => {
      const signed = (n: number): string => (n >= 0 ? `+${n}` : String(n));
      return `  ${name.slice(0, 40).padEnd(40)} ${signed(Math.round(more / 1024)).padStart(8)} kB (${signed(many)}) of ${Math.round(bytes / 1024)} kB (${count})`;
    });
}
