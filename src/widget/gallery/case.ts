import type { ReactNode } from 'react';

/** One card in one state. */
export interface Case {
  readonly name: string;
  readonly card: ReactNode;
}

/** The states of one kind of card; one screenshot in `e2e/gallery.spec.ts`. */
export interface Group {
  readonly name: string;
  readonly cases: readonly Case[];
}

export const state = (name: string, card: ReactNode): Case => ({ name, card });
