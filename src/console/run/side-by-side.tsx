import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { Icon } from '../ui/icon.tsx';
import { type Piece, type ShownThing, shownPieces, writtenPieces } from './marks.ts';
import { NumberMark } from './number-mark.tsx';
import type { Step } from './reading.ts';

/** A piece of text; a run's words are text nodes, whatever they look like. */
function Words({ piece }: { piece: Piece }) {
  const { t } = useLanguage();
  const words = piece.card ? <code className="text-tiny break-words">{piece.text}</code> : piece.text;
  if (!piece.fate) return <span className={piece.card ? 'text-soft' : ''}>{words}</span>;
  const className = `fate fate-${piece.fate}`;
  const told = <span className="sr-only"> ({t.fates[piece.fate]})</span>;
  const mark = piece.fate === 'passed' ? null : piece.judgements?.map((index) => <NumberMark key={index} n={index + 1} />);
  if (piece.fate === 'added')
    return (
      <ins className={className}>
        {words}
        {told}
        {mark}
      </ins>
    );
  const Tag = piece.fate === 'dropped' || piece.fate === 'replaced' ? 'del' : 'mark';
  return (
    <Tag className={className}>
      {words}
      {told}
      {mark}
    </Tag>
  );
}

function Thing({ shown }: { shown: ShownThing }) {
  const { t } = useLanguage();
  if (shown.kind === 'card')
    return (
      <span className="my-1 block rounded-control border border-line bg-raised px-2.5 py-1.5">
        <span className="block text-tiny text-soft">{t.cardTypes[shown.type] ?? shown.type}</span>
        {shown.titles.map((title, index) => (
          <span key={shown.ids[index] ?? title} className="block break-words">
            {title}
            {shown.ids[index] && <code className="ms-2 text-tiny text-soft">{shown.ids[index]}</code>}
          </span>
        ))}
      </span>
    );
  if (shown.kind === 'suggestions')
    return <span className="my-1 block text-tiny text-soft">{t.suggested(shown.prompts.map((prompt) => `“${prompt}”`).join(' '))}</span>;
  if (shown.kind === 'source')
    return (
      <span className="my-1 block text-tiny text-soft">
        {t.source}: {shown.title}
      </span>
    );
  return (
    <span className={`my-1 flex items-start gap-1 text-small ${shown.kind === 'error' ? 'text-bad' : 'text-warn'}`}>
      <Icon name="warn" className="mt-px" />
      <span>
        {shown.text} <code className="text-tiny">{shown.code}</code>
      </span>
    </span>
  );
}

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0 rounded-card border border-line p-3">
      <h4 className="text-tiny font-medium text-soft">{title}</h4>
      <div className="mt-1 text-body break-words whitespace-pre-wrap">{children}</div>
    </section>
  );
}

/**
 * Left what the model wrote, right what the shopper saw; what the guard changed is marked in both and numbered.
 * @param writing the model is at work: most of its words reach the log when the step ends, so what was shown cannot be held against them yet.
 */
export function SideBySide({ step, writing }: { step: Step; writing: boolean }) {
  const { t } = useLanguage();
  if (step.written === '' && step.shown.length === 0) return null;
  const keyed = <T,>(pieces: readonly T[]) => pieces.map((piece, index) => [`${index}`, piece] as const);
  return (
    <div className="grid grid-cols-2 gap-2 narrow:grid-cols-1">
      <Column title={t.modelWrote}>
        {keyed(writtenPieces(step)).map(([key, piece]) => (
          <Words key={key} piece={piece} />
        ))}
        {writing ? (
          <span className="block text-small text-soft">{t.writtenLater}</span>
        ) : (
          step.written === '' && <span className="text-soft">{t.nothingWritten}</span>
        )}
      </Column>
      <Column title={t.shopperSaw}>
        {step.shown.length === 0 ? (
          <span className="text-soft">{t.nothingShown}</span>
        ) : (
          keyed(shownPieces(writing ? { ...step, written: '' } : step)).map(([key, piece]) =>
            'kind' in piece ? <Thing key={key} shown={piece} /> : <Words key={key} piece={piece} />,
          )
        )}
      </Column>
    </div>
  );
}
