import type { RunRemark } from '../../protocol/operator.ts';
import { useLanguage } from '../i18n/language.ts';
import { Icon } from '../ui/icon.tsx';
import { When } from '../ui/when.tsx';

/** What the shopper thought of the answer and did with its cards. */
export function Remarks({ remarks }: { remarks: readonly RunRemark[] }) {
  const { t } = useLanguage();
  if (remarks.length === 0) return <p className="text-small text-soft">{t.noRemarks}</p>;
  return (
    <ul className="flex flex-col gap-1">
      {remarks.map(({ at, kind, verdict, note, item_id }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two remarks may be alike, and none ever moves
        <li key={index} className="flex flex-wrap items-start gap-x-2">
          {verdict ? (
            <span className={`inline-flex items-center gap-1 font-medium ${verdict === 'up' ? 'text-good' : 'text-bad'}`}>
              <Icon name={verdict} />
              {t.ratings[verdict]}
            </span>
          ) : (
            <span>{t.remarkKinds[kind] ?? kind}</span>
          )}
          {item_id && <code className="text-tiny">{item_id}</code>}
          {note && <q className="min-w-0 break-words">{note}</q>}
          <span className="text-tiny text-soft">
            <When at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
