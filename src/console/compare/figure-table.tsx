import { useLanguage } from '../i18n/language.ts';
import type { ReadRun } from './difference-of-runs.ts';

/** Figures of two runs and how far apart they are. For all of them but the score, less is better. */
export function FigureTable({ a, b }: { a: ReadRun; b: ReadRun }) {
  const { t, duration, number, score } = useLanguage();
  const tokens = ({ reading: { use } }: ReadRun): number | undefined => use && use.input + use.output;
  const calls = ({ reading }: ReadRun): number => reading.steps.reduce((sum, step) => sum + step.calls.length, 0);
  const held = ({ reading }: ReadRun): number =>
    reading.steps.reduce((sum, step) => sum + step.judgements.filter(({ outcome }) => outcome !== 'passed').length, 0);
  const rows: [name: string, of: (run: ReadRun) => number | undefined, write: (value: number | null | undefined) => string, up?: true][] = [
    [t.figures.firstText, ({ reading }) => reading.first_text, duration],
    [t.figures.firstCard, ({ reading }) => reading.first_card, duration],
    [t.figures.whole, ({ reading }) => reading.length, duration],
    [t.figures.steps, ({ reading }) => reading.steps.filter(({ n }) => n > 0).length, (value) => number(value ?? 0)],
    [t.figures.calls, calls, (value) => number(value ?? 0)],
    [t.figures.held, held, (value) => number(value ?? 0)],
    [t.figures.tokens, tokens, (value) => (value === undefined || value === null ? '–' : number(value))],
    [t.figures.score, ({ run }) => run.scores?.form, score, true],
  ];
  return (
    <table className="w-full max-w-[640px] tabular-nums">
      <thead className="text-tiny text-soft">
        <tr>
          <th scope="col" className="py-1 text-start font-normal">
            <span className="sr-only">{t.columns.what}</span>
          </th>
          {['A', 'B'].map((letter) => (
            <th key={letter} scope="col" className="py-1 ps-4 text-end font-normal">
              {letter}
            </th>
          ))}
          <th scope="col" className="py-1 ps-4 text-end font-normal">
            {t.columns.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, of, write, up]) => {
          const [valueA, valueB] = [of(a), of(b)];
          const by = valueA !== undefined && valueB !== undefined ? valueB - valueA : undefined;
          const better = by !== undefined && by !== 0 && by > 0 === (up ?? false);
          return (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="py-1.5 text-start font-normal">
                {name}
              </th>
              <td className="py-1.5 ps-4 text-end">{write(valueA)}</td>
              <td className="py-1.5 ps-4 text-end">{write(valueB)}</td>
              <td className={`py-1.5 ps-4 text-end ${!by ? 'text-soft' : better ? 'text-good' : 'text-bad'}`}>
                {by === undefined ? '–' : by === 0 ? '=' : `${by > 0 ? '+' : '−'}${write(Math.abs(by))}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
