import type { Storm, Turn } from '../../src/testing/storm/storm.ts';

/** `finish: 12, abort stopped: 3`, the commonest first. */
function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

/** What a storm did and what was seen of it, a line each. */
export function tellStorm({ turns, events, held, faults }: Storm): string[] {
  const byMishap = new Map<string, Turn[]>();
  for (const turn of turns) byMishap.set(turn.mishap, [...(byMishap.get(turn.mishap) ?? []), turn]);
  const gaps = turns.map(({ gap_ms }) => Math.round(gap_ms)).sort((a, b) => a - b);
  const at = (share: number): number => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))] ?? 0;
  return [
    `turns ${turns.length}; what befell them, and how they ended:`,
    ...[...byMishap]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([mishap, of]) => `  ${mishap.padEnd(28)} ${String(of.length).padStart(5)}: ${counted(of.map(({ outcome }) => outcome))}`),
    'meanwhile:',
    ...Object.entries(events).map(([name, count]) => `  ${name.padEnd(28)} ${String(count).padStart(5)}`),
    `longest silence a shopper saw, ms: p50 ${at(0.5)}, p95 ${at(0.95)}, max ${gaps.at(-1) ?? 0}`,
    ...[held.before, ...held.after].map(
      ({ timers, sockets, heap_mb }, n) =>
        `${n === 0 ? 'before' : `after, replica ${n}`}: timers ${timers}, sockets ${sockets}, heap ${heap_mb.toFixed(1)} MB`,
    ),
    ...faults,
  ];
}
