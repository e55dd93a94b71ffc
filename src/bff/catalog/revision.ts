/** Counts the revisions of a catalogue; two catalogues that count alike are told apart by the rest of the name. */
export const revisionCount = (revision: string): number => Number(revision.split('-')[0] ?? 0);

/** The name of the revision that follows: `12-9f3a01bc`. */
export const revisionAfter = (before: string): string => `${revisionCount(before) + 1}-${crypto.randomUUID().slice(0, 8)}`;
