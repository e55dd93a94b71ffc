import type { RunSummary } from '../../protocol/operator.ts';
import { useLanguage } from '../i18n/language.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

const looks: Readonly<Record<string, readonly [IconName, string]>> = {
  dropped: ['cross', 'text-bad'],
  replaced: ['swap', 'text-warn'],
  marked: ['eye', 'text-warn'],
};

/** What the guard did in a run: how often, by what it did. What passed is not told. */
export function VerdictCounts({ verdicts }: { verdicts: RunSummary['verdicts'] }) {
  const { t, number } = useLanguage();
  const sums = Object.keys(looks).flatMap((outcome) => {
    const count = verdicts.filter((each) => each.outcome === outcome).reduce((sum, each) => sum + each.count, 0);
    return count > 0 ? [{ outcome, count }] : [];
  });
  if (sums.length === 0) return null;
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      {sums.map(({ outcome, count }) => {
        const [icon, ink] = looks[outcome] ?? ['warn', 'text-warn'];
        return (
          <span key={outcome} className={`inline-flex items-center gap-0.5 whitespace-nowrap ${ink}`}>
            <Icon name={icon} />
            {t.counted(number(count), t.verdictOutcomes[outcome] ?? outcome)}
          </span>
        );
      })}
    </span>
  );
}
