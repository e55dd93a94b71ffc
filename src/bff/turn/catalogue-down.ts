const names: ReadonlySet<string> = new Set(['CatalogUnavailable', 'CatalogTimeout']);

/** Whether the catalogue gave no answer. What needed it is left out of the turn; the words go on (reliability, "search down or slow"). */
export function isCatalogueDown(error: unknown): boolean {
  return error instanceof Error && names.has(error.name);
}
