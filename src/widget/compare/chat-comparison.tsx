import { useQuery } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import type { CompareVerdict } from '../../protocol/compare.ts';
import type { DataPartOf } from '../../protocol/parts.ts';
import { useWidget } from '../app/widget-context.ts';
import { RunContext, useCardActions } from '../cards/card-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { comparison } from '../queries/comparison.ts';
import { queryClientOf } from '../queries/query-client.ts';
import ComparisonView from './comparison-view.tsx';
import { useOpened } from './use-opened.ts';

interface Props {
  readonly data: DataPartOf<'data-compareTable'>;
  readonly verdict: CompareVerdict | undefined;
}

/** The table in an answer. It shows what was sent; another term is asked for, and so is its rule-made summary. */
export default function ChatComparison({ data, verdict }: Props) {
  const { locale } = useLanguage();
  const { client } = useWidget();
  const run = useContext(RunContext);
  const { choose } = useCardActions();
  const [days, setDays] = useState(data.days);
  const wanted = { ids: data.items.map((item) => item.id), days, locale };
  const other = days !== data.days;
  const opened = useOpened(wanted);
  const answer = useQuery({ ...comparison(client, wanted), enabled: other }, queryClientOf(client));
  const asked = other && answer.data ? answer.data : data;
  return (
    <ComparisonView
      data={asked}
      // A verdict is on the term it was asked with.
      verdict={asked === data ? verdict : answer.data?.verdict}
      days={days}
      busy={other && answer.isPlaceholderData}
      onRetry={other && answer.isError ? () => void answer.refetch() : undefined}
      onOpened={opened.open}
      onDays={(chosen) => {
        setDays(chosen);
        choose(run, { days: chosen });
      }}
    />
  );
}
