import type { SearchArguments } from '../../../protocol/search.ts';
import { SearchRefused } from '../engine.ts';

/** @throws SearchRefused when a sort by an attribute names none. */
export function checkSort(search: SearchArguments): void {
  if (search.sort === 'attribute' && search.sort_attribute === undefined)
    throw new SearchRefused('bad_arguments', 'sort "attribute" needs sort_attribute', ['sort', 'sort_attribute']);
}
