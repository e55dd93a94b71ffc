import { createContext, useContext } from 'react';

/** The period that is looked at, as the list's address says it: what leads to the list stays within it. */
const PeriodContext = createContext<Readonly<Record<string, string>>>({});
export const PeriodProvider = PeriodContext.Provider;
export const usePeriod = (): Readonly<Record<string, string>> => useContext(PeriodContext);
