import type { Spread, Summary } from '../summary.ts';

/** One figure of a summary, named once for table, terminal and page. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  /** 0 to 1 for a share; milliseconds or money otherwise; undefined where it was not measured. */
  readonly value: (summary: Summary) => number | undefined;
  /** As people read it. */
  readonly text: (summary: Summary) => string;
  readonly better: 'high' | 'low';
  readonly is_share: boolean;
}

const NONE = '–';
const hundredths = (value: number): string => `${(100 * value).toFixed(1)} %`;
const share = ({ right, of }: { right: number; of: number }): number | undefined => (of === 0 ? undefined : right / of);
const milliseconds = (value: number): string => (value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${Math.round(value)} ms`);

const counted = (
  key: 'pass' | 'tool_call_accuracy' | 'tool_name_accuracy' | 'tool_args_accuracy' | 'response_quality',
  label = key as string,
): Figure => ({
  key,
  label,
  value: (summary) => share(summary[key]),
  text: (summary) => {
    const value = share(summary[key]);
    return value === undefined ? NONE : `${hundredths(value)} (${summary[key].right}/${summary[key].of})`;
  },
  better: 'high',
  is_share: true,
});

const spreadOf = (
  key: string,
  label: string,
  of: (summary: Summary) => Spread | undefined,
  which: keyof Spread,
  kind: 'share' | 'time' = 'share',
): Figure => {
  const value = (summary: Summary): number | undefined => of(summary)?.[which];
  return {
    key,
    label,
    value,
    text: (summary) => {
      const figure = value(summary);
      return figure === undefined ? NONE : kind === 'time' ? milliseconds(figure) : figure.toFixed(3);
    },
    better: kind === 'time' ? 'low' : 'high',
    is_share: kind === 'share',
  };
};

/** Every figure of a report, in its order. */
export const figures: readonly Figure[] = [
  counted('pass', 'passed'),
  counted('tool_call_accuracy'),
  counted('tool_name_accuracy'),
  counted('tool_args_accuracy'),
  counted('response_quality'),
  spreadOf('score', 'score, median', (summary) => summary.score, 'median'),
  spreadOf('score_worst', 'score, worst tenth', (summary) => summary.score, 'worst'),
  spreadOf('form', 'form, median', (summary) => summary.form, 'median'),
  spreadOf('form_worst', 'form, worst tenth', (summary) => summary.form, 'worst'),
  spreadOf('content', 'content, median', (summary) => summary.content, 'median'),
  spreadOf('content_worst', 'content, worst tenth', (summary) => summary.content, 'worst'),
  spreadOf('ms', 'a turn, median', (summary) => summary.ms, 'median', 'time'),
  spreadOf('ms_worst', 'a turn, slowest tenth', (summary) => summary.ms, 'worst', 'time'),
  spreadOf('first_card', 'first card, median', (summary) => summary.first_card_ms, 'median', 'time'),
  {
    key: 'tokens',
    label: 'tokens in / out',
    value: ({ tokens }) => tokens.input_tokens + tokens.output_tokens,
    text: ({ tokens }) => `${tokens.input_tokens} / ${tokens.output_tokens}`,
    better: 'low',
    is_share: false,
  },
  {
    key: 'cost',
    label: 'cost',
    value: ({ cost }) => cost,
    text: ({ cost }) => (cost === undefined ? NONE : cost.toFixed(4)),
    better: 'low',
    is_share: false,
  },
];

/** pass^1, pass^2 …, as far as cases were repeated. */
export const passPowers = ({ pass_k }: Summary): string[] => pass_k.map((chance, index) => `pass^${index + 1} ${hundredths(chance)}`);
