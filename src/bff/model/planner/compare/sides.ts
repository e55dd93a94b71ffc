import { asksForSomething, type SearchArguments } from '../../../../protocol/search.ts';
import { hasHan } from '../../../language/script.ts';
import { itemNamed } from '../known.ts';
import type { Planning } from '../planning.ts';
import { pointedAt, shownIds } from '../pointed.ts';
import { foldText } from '../read/passage.ts';
import { readWish } from '../read/read.ts';
import { compose } from '../search/compose.ts';

/** One of the things to compare: an item that is known, or a search that finds it. */
export type Side =
  | { readonly name: string; readonly id: string }
  | { readonly name: string; readonly id: null; readonly search: SearchArguments };

const ZH =
  /^(.*?)(?:还是|和|与|跟|及|对比|[,、]|(?<![a-z])vs\.?(?![a-z])|比)\s*(.+?)(?=(?:这|那)?(?:两|几)|哪|谁|有(?:什么|啥)|怎么选|选|比较|对比|的?(?:区别|差别|不同)|[更还]?好(?:吗|不好)|[,，。?？!！]|$)/;
const EN =
  /^(.*?)[,:]? (?:or|and|vs\.?|versus|with|against|to|from|better than) (?:the )?(.+?)(?=[?.!,]| which| what| better| for | difference|$)/;
/** What stands before the first name. */
const LEAD_ZH = /^.*?(?:对比一?下?|比较一?下?|比一比|帮我|请|一下)(?=.)/;
const LEAD_EN =
  /^.*?\b(?:compare|comparison (?:of|between)|differences? between|choose between|deciding between|which (?:one )?is (?:\w+),?(?: the)?|which (?:one )?should i (?:get|rent|buy),?|^is|between)\b[,:]? (?:the )?/;

/** The two names of "A 和 B 哪个好", "which is better, A or B?"; null where there are none. @param text folded. */
function namesIn(text: string): [string, string] | null {
  const zh = hasHan(text);
  const bare = text.replace(zh ? LEAD_ZH : LEAD_EN, '');
  const match = (zh ? ZH : EN).exec(bare);
  const [a, b] = [match?.[1]?.trim() ?? '', match?.[2]?.trim() ?? ''];
  return a !== '' && b !== '' ? [a, b] : null;
}

/** What is to be compared, as far as the message names it or points at it; null where it does neither. */
export function sidesOf(planning: Planning): Side[] | null {
  const { dialogue, request, vocabulary, today } = planning;
  const text = foldText(dialogue.text);
  const shown = shownIds(request.facts, dialogue);
  const names = namesIn(text);
  const sides = names?.flatMap((name): Side[] => {
    const item = itemNamed(name, dialogue.known, shown);
    if (item) return [{ name, id: item.id }];
    const wish = readWish(name, { vocabulary, locale: request.facts.locale, today });
    const names = Object.values(wish.terms).flat().length + wish.models.length + wish.words.length > 0;
    const composed = names && pointedAt(name, shown) === null ? compose(wish, { vocabulary, state: undefined, seen: dialogue.seen }) : null;
    return composed && asksForSomething(composed.arguments)
      ? [{ name: name.trim(), id: null, search: { ...composed.arguments, limit: 1 } }]
      : [];
  });
  if (sides && sides.length === 2) return sides;
  const ids = pointedAt(text, shown);
  return ids && ids.length > 1 ? ids.slice(0, 6).map((id) => ({ name: id, id })) : null;
}
