import { useState } from 'react';
import type { Item } from '../../protocol/item.ts';
import { useConversation, useWidget } from '../app/widget-context.ts';
import type { Opened } from '../compare/use-opened.ts';
import type { ShownVerdict } from '../compare/verdict.tsx';
import { answerOn, verdictIn } from '../compare/verdict-in.ts';
import { useLanguage } from '../i18n/language.ts';
import type { Wanted } from '../queries/comparison.ts';
import { type Fault, isRunning, lastAnswer } from '../stores/model.ts';
import { trayWords } from '../tray/words.ts';

export interface PageVerdict {
  /** What has come of it; undefined where none was asked for, or none came. */
  readonly shown: ShownVerdict | undefined;
  readonly fault: Fault | undefined;
  ask(items: readonly Item[]): void;
  retry(): void;
}

/**
 * The verdict on a comparison of the page. It is an answer of the conversation like any other: the chat shows it too, and it
 * survives a page load.
 */
export function useVerdict({ ids, days }: Wanted, opened: Opened): PageVerdict {
  const { locale } = useLanguage();
  const { conversation } = useWidget();
  const retry = useConversation((state) => state.retry);
  const answer = useConversation((state) => answerOn(state.conversation, ids, days));
  const last = useConversation((state) => lastAnswer(state.conversation));
  const [asked, setAsked] = useState<string>();
  const key = `${ids.join('\n')}\n${days ?? ''}`;
  // Before its table comes, an answer does not say what it is on.
  const waiting = answer === undefined && asked === key && isRunning(last);
  return {
    shown: answer ? verdictIn(answer) : waiting ? { streaming: [] } : undefined,
    fault: answer?.fault ?? (asked === key && !answer ? last?.fault : undefined),
    ask: (items) => {
      setAsked(key);
      const rows = opened.rows();
      conversation.getState().compare(trayWords(locale).question(items.map((item) => item.title)), {
        ids: [...ids],
        ...(days === undefined ? {} : { days }),
        ...(rows.length > 0 ? { opened: rows } : {}),
      });
    },
    retry,
  };
}
