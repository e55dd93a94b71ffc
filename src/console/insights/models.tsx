import { useState } from 'react';
import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import { remember, remembered } from '../app/kept.ts';
import { hrefs } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { Field, Select } from '../ui/field.tsx';
import { Link, linkClass } from '../ui/link.tsx';
import { usePeriod } from './period.ts';
import { CURRENCIES, costOf, PRICE_KEY, priceOf, readPrice, type TokenPrice, writePrice } from './price.ts';
import { DataTable, Section } from './section.tsx';

/** What each model did and cost. The price of a million input tokens is the operator's to type. */
export function Models({ insights }: { insights: InsightsResponse }) {
  const { t, number, duration, score, locale } = useLanguage();
  const [price, setPrice] = useState<TokenPrice>(() => readPrice(remembered(PRICE_KEY)));
  const within = usePeriod();
  const money = priceOf(price);
  const change = (next: TokenPrice): void => {
    remember(PRICE_KEY, writePrice(next));
    setPrice(next);
  };
  return (
    <Section title={t.insights.models} about={t.insights.modelsAbout} wide>
      <div className="mb-3 flex flex-wrap items-end gap-2">
        <Field
          label={t.insights.price}
          value={price.amount}
          inputMode="decimal"
          placeholder="0.50"
          aria-invalid={price.amount !== '' && money === null}
          onValue={(amount) => change({ ...price, amount })}
          className="w-44"
        />
        <Select
          label={t.insights.currency}
          value={price.currency}
          options={CURRENCIES.map((currency) => [currency, currency])}
          onValue={(currency) => change({ ...price, currency })}
          className="w-24"
        />
        {price.amount !== '' && money === null && (
          <p role="alert" className="pb-1.5 text-small text-bad">
            {t.insights.noPrice}
          </p>
        )}
      </div>
      <DataTable
        title={t.insights.models}
        rows={insights.models}
        keyOf={({ model }) => model}
        columns={[
          {
            name: t.facts.model,
            of: ({ model }) => (
              <Link href={hrefs.runs({ ...within, model })} className={`font-mono ${linkClass}`}>
                {model}
              </Link>
            ),
          },
          { name: t.tiles.runs, of: ({ runs }) => number(runs), end: true },
          { name: t.insights.tokensIn, of: (row) => number(row.tokens_in), end: true, extra: true },
          { name: t.insights.tokensCached, of: (row) => number(row.tokens_cached), end: true, extra: true },
          { name: t.insights.tokensOut, of: (row) => number(row.tokens_out), end: true, extra: true },
          { name: t.insights.units, of: ({ units }) => number(Math.round(units * 1000) / 1000), end: true, extra: true },
          { name: t.insights.cost, of: ({ units }) => (money ? costOf(money, units, locale) : '–'), end: true },
          { name: t.figures.firstText, of: (row) => duration(row.first_token_p50), end: true },
          { name: t.figures.score, of: (row) => score(row.score), end: true },
        ]}
      />
    </Section>
  );
}
