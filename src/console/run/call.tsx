import { useLanguage } from '../i18n/language.ts';
import { laidOut } from '../text/json.ts';
import { Code } from '../ui/code.tsx';
import { Fold } from '../ui/fold.tsx';
import { Icon } from '../ui/icon.tsx';
import type { ToolCall } from './reading.ts';

/** An action and its observation. */
export function Call({ call }: { call: ToolCall }) {
  const { t, duration, number } = useLanguage();
  const { returned } = call;
  return (
    <article aria-label={t.callOf(call.name)} className="rounded-card border border-line p-3">
      <h4 className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <Icon name="tool" className="text-warn" />
        <span className="text-tiny text-soft">{t.action}</span>
        <code className="font-semibold">{call.name}</code>
        <span className="ms-auto inline-flex items-center gap-2 text-tiny tabular-nums">
          {returned ? (
            <>
              <span className={`inline-flex items-center gap-0.5 ${returned.ok ? 'text-good' : 'text-bad'}`}>
                <Icon name={returned.ok ? 'check' : 'warn'} />
                {returned.ok ? t.answered : t.failed}
              </span>
              <span className="text-soft">{duration(returned.ms)}</span>
            </>
          ) : (
            <span className="text-accent-ink">{t.underWay}</span>
          )}
        </span>
      </h4>
      <div className="mt-2">
        <Code text={laidOut(call.arguments)} label={t.argumentsOf(call.name)} />
      </div>
      {returned && (
        <div className="mt-2">
          <p className="text-tiny text-soft">
            {t.observation}
            {returned.total !== undefined && ` · ${t.foundTotal(number(returned.total))}`}
            {returned.passage_ids.length > 0 && ` · ${t.passages(returned.passage_ids.length)}`}
          </p>
          {returned.item_ids.length > 0 && (
            <p className="mt-0.5 flex flex-wrap gap-x-2">
              {returned.item_ids.map((id) => (
                <code key={id} className="text-tiny">
                  {id}
                </code>
              ))}
            </p>
          )}
          <Fold summary={t.toldModel} open={!returned.ok}>
            {() => <Code text={laidOut(returned.text)} label={t.toldModel} />}
          </Fold>
          {returned.why !== undefined && returned.item_ids.length > 0 && (
            <Fold summary={t.whyFound}>{() => <Code text={JSON.stringify(returned.why, null, 2)} label={t.whyFound} />}</Fold>
          )}
        </div>
      )}
    </article>
  );
}
