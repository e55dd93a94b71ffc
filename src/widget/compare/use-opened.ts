import { useRef } from 'react';
import * as v from 'valibot';
import { compareAnswerSchema } from '../../protocol/compare-answer.ts';
import { useWidget } from '../app/widget-context.ts';
import type { Wanted } from '../queries/comparison.ts';

/** Long enough for any answer; nothing waits for it. */
const LIMIT_MS = 10_000;

export interface Opened {
  /** Rows opened so far, for a verdict asked for later. */
  rows(): string[];
  /** A row was opened. Where there is a conversation, it notes what mattered, and the notes shown are brought up to date. */
  open(key: string): void;
}

/** Remembers which rows the shopper opened: what they look at is what they care about. */
export function useOpened({ ids, days, locale }: Wanted): Opened {
  const { client, conversation } = useWidget();
  const opened = useRef(new Set<string>());
  return {
    rows: () => [...opened.current],
    open: (key) => {
      if (opened.current.has(key)) return;
      opened.current.add(key);
      const { id } = conversation.getState().conversation;
      if (id === undefined) return;
      const request = { ids: [...ids], locale, conversation_id: id, opened: [key], ...(days === undefined ? {} : { days }) };
      client.compare(request, AbortSignal.timeout(LIMIT_MS)).then(
        (answer) => {
          const { notes } = v.parse(compareAnswerSchema, answer);
          if (notes && conversation.getState().conversation.id === id) conversation.getState().noted(notes);
        },
        // A note that was not taken costs the shopper nothing.
        () => undefined,
      );
    },
  };
}
