import { useLanguage } from '../i18n/language.ts';
import { ruleWords } from '../i18n/rules.ts';
import { Fold } from '../ui/fold.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { NumberMark } from './number-mark.tsx';
import type { Judgement } from './reading.ts';

const looks: Readonly<Record<string, readonly [IconName, string]>> = {
  passed: ['check', 'text-good'],
  dropped: ['cross', 'text-bad'],
  replaced: ['swap', 'text-warn'],
  marked: ['eye', 'text-warn'],
};

/** A judgement with the number its mark has in the texts above. */
interface Numbered extends Judgement {
  readonly n: number;
}

/** Judgements of one rule with one outcome, in the order of their first: the rule is explained once. */
function byRule(judgements: readonly Numbered[]): (readonly Numbered[])[] {
  const groups = new Map<string, Numbered[]>();
  for (const judgement of judgements) {
    const key = `${judgement.rule} ${judgement.outcome}`;
    groups.set(key, [...(groups.get(key) ?? []), judgement]);
  }
  return [...groups.values()];
}

function Group({ judgements: [first, ...more] }: { judgements: readonly Numbered[] }) {
  const { t, locale } = useLanguage();
  if (!first) return null;
  const { name, means } = ruleWords(locale, first.rule);
  const [icon, ink] = looks[first.outcome] ?? ['warn', 'text-soft'];
  return (
    <li className="flex gap-2 py-1.5">
      <Icon name={icon} className={`mt-px ${ink}`} />
      <div className="min-w-0">
        <p>
          <strong className={`font-medium ${ink}`}>{t.verdictOutcomes[first.outcome] ?? first.outcome}</strong> · {name}
        </p>
        {means && <p className="text-small text-soft">{means}</p>}
        <ul>
          {[first, ...more].map(({ seq, n, subject, reason }) => (
            <li key={seq} className="break-words">
              <NumberMark n={n} />
              <code className="text-tiny break-all">{subject}</code>
              {reason && (
                <span lang="en" className="ms-2 text-tiny text-soft">
                  {reason}
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function Groups({ judgements }: { judgements: readonly Numbered[] }) {
  return (
    <ul className="divide-y divide-line">
      {byRule(judgements).map((group) => (
        <Group key={group[0]?.seq} judgements={group} />
      ))}
    </ul>
  );
}

/** What the guard decided in a step: changes in full, what passed folded. */
export function Judgements({ judgements }: { judgements: readonly Judgement[] }) {
  const { t } = useLanguage();
  if (judgements.length === 0) return null;
  const numbered = judgements.map((judgement, index) => ({ ...judgement, n: index + 1 }));
  const changed = numbered.filter(({ outcome }) => outcome !== 'passed');
  const passed = numbered.filter(({ outcome }) => outcome === 'passed');
  return (
    <div>
      {changed.length > 0 && <Groups judgements={changed} />}
      {passed.length > 0 && <Fold summary={t.passedVerdicts(passed.length)}>{() => <Groups judgements={passed} />}</Fold>}
    </div>
  );
}
