import { useLanguage } from '../i18n/language.ts';
import type { Reading, ToolCall } from '../run/reading.ts';
import { laidOut } from '../text/json.ts';
import { Code } from '../ui/code.tsx';
import { Icon } from '../ui/icon.tsx';
import { pairCalls } from './difference-of-runs.ts';
import { TextDifference } from './text-difference.tsx';

function Came({ call }: { call: ToolCall }) {
  const { t, duration, number } = useLanguage();
  const { returned } = call;
  if (!returned) return <>{t.underWay}</>;
  return (
    <>
      {returned.ok ? t.answered : t.failed} · {duration(returned.ms)}
      {returned.total !== undefined && ` · ${t.foundTotal(number(returned.total))}`}
    </>
  );
}

/** Calls of two runs, equal ones in a line, others with what differs. */
export function CallDifferences({ a, b }: { a: Reading; b: Reading }) {
  const { t } = useLanguage();
  const pairs = pairCalls(a, b);
  if (pairs.length === 0) return <p className="text-soft">{t.noCalls}</p>;
  return (
    <ol className="flex flex-col gap-3">
      {pairs.map(({ name, a: callA, b: callB, same }) => (
        <li key={`${callA?.seq} ${callB?.seq}`}>
          <p className="mb-1 flex flex-wrap items-center gap-x-3">
            <span className="inline-flex items-center gap-1">
              <Icon name="tool" className="text-warn" />
              <code className="font-semibold">{name}</code>
            </span>
            <span className={same ? 'text-soft' : 'text-warn'}>
              {same ? t.sameCall : callA && callB ? t.otherArguments : callA ? t.inRuns.a : t.inRuns.b}
            </span>
            {callA && (
              <span className="text-tiny text-soft">
                A: <Came call={callA} />
              </span>
            )}
            {callB && (
              <span className="text-tiny text-soft">
                B: <Came call={callB} />
              </span>
            )}
          </p>
          {callA && callB && !same ? (
            <div className="font-mono text-tiny">
              <TextDifference a={laidOut(callA.arguments)} b={laidOut(callB.arguments)} />
            </div>
          ) : (
            <Code text={laidOut((callA ?? callB)?.arguments ?? '')} label={t.argumentsOf(name)} />
          )}
        </li>
      ))}
    </ol>
  );
}
