import type { ImportProgress } from '../../src/bff/catalog/importers/import-files.ts';

/** A line that is written over itself on a terminal: share of bytes read, rate, what was passed over, time to go. */
export function progressLine(totalBytes: number, write: (text: string) => void, now: () => number = () => performance.now()) {
  const started = now();
  let last = Number.NEGATIVE_INFINITY;
  return {
    show({ bytes, rows, records, faults }: ImportProgress): void {
      if (now() - last < 200) return;
      last = now();
      const seconds = Math.max(0.001, (now() - started) / 1000);
      const share = totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes);
      const left = share > 0.01 ? `, ${Math.ceil((seconds / share) * (1 - share))} s to go` : '';
      const bar = '█'.repeat(Math.round(share * 20)).padEnd(20, '░');
      const rate = Math.round(rows / seconds).toLocaleString('en');
      write(
        `\r\x1b[K${bar} ${Math.floor(share * 100)} %  ${records.toLocaleString('en')} items, ${faults} passed over, ${rate} records/s${left}`,
      );
    },
    clear: (): void => write('\r\x1b[K'),
  };
}
