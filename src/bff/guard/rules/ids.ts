/** G2: a list of ids: split at commas, spaces and tabs around an id stripped, empty ones dropped. Order and repeats stay. */
export function splitIds(list: string): string[] {
  return list
    .split(',')
    .map((id) => id.replace(/^[ \t]+/, '').replace(/[ \t]{1,512}$/, ''))
    .filter((id) => id !== '');
}
