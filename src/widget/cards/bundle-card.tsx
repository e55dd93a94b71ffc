import type { Money } from '../../protocol/money.ts';
import type { BundleCardData } from '../../protocol/parts.ts';
import { useCardWords } from '../i18n/cards/card-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { QuietLine } from '../ui/quiet-line.tsx';
import { ItemLink } from './item/heading.tsx';
import { Picture } from './item/picture.tsx';
import { isGone } from './item/stock.ts';

type Member = BundleCardData['members'][number];

/** A kit as a receipt: its members, then what it costs, the deposit apart. */
export default function BundleCard({ data: { title, members, totals } }: { data: BundleCardData }) {
  const { t } = useLanguage();
  const { bundle } = useCardWords();
  const { price, rent, days, deposit } = totals;
  const gone = members.some(({ item }) => isGone(item));
  return (
    <article aria-label={title} className="overflow-hidden rounded-card border border-line">
      <h3 dir="auto" className="px-3 pt-3 pb-1 font-semibold wrap-anywhere">
        {title}
      </h3>
      <ul aria-label={bundle.members} className="px-3">
        {members.map((member) => (
          <BundleMember key={member.item.id} member={member} />
        ))}
      </ul>
      <div className="border-t border-dashed border-edge bg-raised px-3 py-2">
        {gone ? (
          <QuietLine tone="warn">{bundle.gone}</QuietLine>
        ) : price || rent ? (
          <dl className="flex flex-col gap-1 tabular-nums">
            {price && <Total label={bundle.price} money={price} strong />}
            {rent && <Total label={bundle.rent(days === undefined ? undefined : t.price.length(days, 'day'))} money={rent} strong />}
            {deposit && <Total label={bundle.deposit} money={deposit} />}
          </dl>
        ) : (
          <QuietLine>{bundle.noTotal}</QuietLine>
        )}
      </div>
    </article>
  );
}

function BundleMember({ member: { item, role, quantity } }: { member: Member }) {
  const { t } = useLanguage();
  const { bundle } = useCardWords();
  return (
    <li className="flex items-center gap-3 border-line py-2 not-first:border-t">
      <Picture item={item} small className={`size-12 shrink-0 rounded-control ${isGone(item) ? 'opacity-50' : ''}`} />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-tiny text-soft">
          {role}
        </p>
        <p dir="auto" className="line-clamp-2 text-small font-medium wrap-anywhere" title={item.title}>
          <ItemLink item={item} />
        </p>
        {isGone(item) && <p className="text-tiny text-bad">{t.item.gone}</p>}
      </div>
      <span className="shrink-0 text-small text-soft tabular-nums">{bundle.quantity(quantity)}</span>
    </li>
  );
}

function Total({ label, money, strong = false }: { label: string; money: Money; strong?: boolean }) {
  const language = useLanguage();
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-small text-soft">{label}</dt>
      <dd className={strong ? 'text-title font-semibold' : 'text-small text-soft'}>{language.money(money)}</dd>
    </div>
  );
}
