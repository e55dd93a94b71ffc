import type { Fault } from '../../../protocol/score.ts';
import { foldWidth } from '../../language/fold.ts';
import { findSearchReports } from '../../language/search-report.ts';
import type { ReadText } from '../directives.ts';
import { fault } from '../fault.ts';

/** Evidence for the words of a step: ids that a search has returned by then, and calls of its turn. */
export interface StepEvidence {
  readonly isKnown: (id: string) => boolean;
  readonly called: number;
  readonly succeeded: number;
}

/** Cards without a search behind them, each id once. Mission A: the lowest possible mark. */
export function cardFaults({ directives }: ReadText, { isKnown }: StepEvidence): Fault[] {
  const unknown = new Set(directives.flatMap(({ ids }) => ids).filter((id) => !isKnown(id)));
  return [...unknown].map((id) =>
    fault('grounded-card', id, {
      en: `It shows a card for “${id.slice(0, 80)}”, an id that no search has returned.`,
      zh: `为“${id.slice(0, 80)}”展示了卡片，但没有任何搜索返回过该编号。`,
    }),
  );
}

/** Tags that cannot be read, and calls or results written out as text. */
export function tagFaults({ broken }: ReadText): Fault[] {
  return broken.map(({ subject, reason, is_call }) =>
    is_call
      ? fault('invented-result', subject, {
          en: 'It writes a tool call or a tool’s answer as text instead of calling the tool.',
          zh: '把工具调用或工具结果写成了文字，而没有真正调用工具。',
        })
      : fault('directive-syntax', subject, { en: `A card tag cannot be read: ${reason}.`, zh: `卡片标签无法识别：${reason}。` }),
  );
}

/** A search that is told of and was not made: results invented in the form of earlier ones (mission D). */
export function reportFaults({ words }: ReadText, { called, succeeded }: StepEvidence): Fault[] {
  if (called > 0 && succeeded > 0) return [];
  const report = findSearchReports(foldWidth(words).replaceAll('，', ',')).find(({ found }) => called === 0 || found);
  if (!report) return [];
  return [
    fault('invented-result', report.text, {
      en:
        called === 0
          ? 'It reports a search, and no tool was called in this turn.'
          : 'It reports a result, and every call of this turn failed.',
      zh: called === 0 ? '声称进行了搜索，但本轮没有调用任何工具。' : '声称找到了结果，但本轮的调用全部失败。',
    }),
  ];
}
