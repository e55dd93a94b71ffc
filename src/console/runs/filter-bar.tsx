import { useState } from 'react';
import { runSorts } from '../../protocol/operator.ts';
import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import { runOutcomes } from '../../protocol/run-entries.ts';
import { useLanguage } from '../i18n/language.ts';
import { ruleWords } from '../i18n/rules.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { countFilters, type FilterName, type Filters, isPeriod, PERIODS } from './filters.ts';

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();
const plain = (names: readonly string[]): [string, string][] => unique(names).map((name) => [name, name]);

/** What the list is narrowed to. Choices are those that occur in the period, so none of them leads nowhere. */
export function FilterBar({
  filters,
  insights,
  onFilters,
}: {
  filters: Filters;
  insights: InsightsResponse | undefined;
  onFilters: (filters: Filters) => void;
}) {
  const { t, locale } = useLanguage();
  const count = countFilters(filters);
  const [open, setOpen] = useState(count > 0);
  const set = (change: Filters): void => onFilters({ ...filters, ...change });
  const field = (name: FilterName) => ({
    label: t.filters[name],
    value: filters[name],
    onValue: (value: string) => set({ [name]: value }),
  });
  /** Those that occur, and the one an address asks for. */
  const choices = (names: readonly string[], value: string | undefined): string[] => unique(value ? [...names, value] : names);
  const named = (names: readonly string[], words: Readonly<Record<string, string>>): [string, string][] =>
    unique(names).map((name) => [name, words[name] ?? name]);
  const custom = filters.from !== undefined || filters.to !== undefined;

  return (
    <search aria-label={t.filters.all} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <Field {...field('text')} type="search" enterKeyHint="search" className="min-w-56 flex-1 narrow:basis-full" />
        <Select
          label={t.filters.last}
          any={t.anyTime}
          value={isPeriod(filters.last) ? filters.last : custom ? 'custom' : ''}
          options={[
            ...Object.keys(PERIODS).map((period) => [period, t.periods[period] ?? period] as const),
            ['custom', t.customPeriod] as const,
          ]}
          onValue={(last) => {
            const { from: _, to: __, last: ___, ...rest } = filters;
            if (last === 'custom') onFilters({ ...rest, from: new Date().toISOString().slice(0, 10) });
            else onFilters({ ...rest, ...(last ? { last } : {}) });
          }}
          className="w-36 narrow:basis-[calc(50%-4px)]"
        />
        {custom && (
          <>
            <Field {...field('from')} type="date" className="w-36 narrow:basis-[calc(50%-4px)]" />
            <Field {...field('to')} type="date" className="w-36 narrow:basis-[calc(50%-4px)]" />
          </>
        )}
        <Select
          label={t.filters.sort}
          value={filters.sort ?? 'newest'}
          options={runSorts.map((sort) => [sort, t.sorts[sort] ?? sort])}
          onValue={(sort) => set({ sort: sort === 'newest' ? '' : sort })}
          className="w-36 narrow:basis-[calc(50%-4px)]"
        />
        <Button icon="filter" aria-expanded={open} onClick={() => setOpen(!open)}>
          {count > 0 ? t.filtersSet(count) : t.moreFilters}
        </Button>
        {count > 0 && (
          <Button look="plain" onClick={() => onFilters({ text: filters.text ?? '', last: filters.last ?? '', sort: filters.sort ?? '' })}>
            {t.clearFilters}
          </Button>
        )}
      </div>
      {open && (
        <div className="grid grid-cols-[repeat(auto-fill,minmax(200px,1fr))] gap-2 narrow:grid-cols-2 rounded-card border border-line bg-raised p-3">
          <Select {...field('outcome')} any={t.any} options={named(runOutcomes, t.outcomes)} />
          <Select
            {...field('error')}
            any={t.any}
            options={[['any', t.anyError], ...named(insights?.errors.map(({ error }) => error) ?? [], t.errorCodes)]}
          />
          <Select {...field('tool')} any={t.any} options={plain(insights?.tools.map(({ name }) => name) ?? [])} />
          <Select
            {...field('tool_ok')}
            any={t.any}
            options={[
              ['true', t.toolOk.true],
              ['false', t.toolOk.false],
            ]}
          />
          <Select
            {...field('rule')}
            any={t.any}
            options={choices(insights?.rejections.map(({ rule }) => rule) ?? [], filters.rule).map((rule) => [
              rule,
              ruleWords(locale, rule).name,
            ])}
          />
          <Select {...field('verdict')} any={t.any} options={Object.entries(t.verdictOutcomes)} />
          <Select {...field('model')} any={t.any} options={plain(insights?.models.map(({ model }) => model) ?? [])} />
          <Select {...field('rating')} any={t.any} options={Object.entries(t.ratings)} />
          <Field {...field('min_ms')} inputMode="numeric" placeholder="1000" />
          <Field {...field('max_score')} inputMode="numeric" placeholder="50" />
          <Field {...field('item')} />
          <Field {...field('compared_with')} />
          <Field {...field('unmet')} />
          <Field {...field('conversation')} />
          <Field {...field('site')} />
        </div>
      )}
    </search>
  );
}
