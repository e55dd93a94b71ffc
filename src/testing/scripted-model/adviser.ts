import { type Answer, type ChatRequest, callTools, say } from './script.ts';

/**
 * A very small adviser for demonstrations: it searches for what the shopper said and puts the first items found on cards.
 * It follows the loop that any hosted model would; it understands nothing.
 */
export function adviser(request: ChatRequest): Answer {
  const last = request.messages.at(-1);
  if (last?.role !== 'tool') {
    const words = request.messages.findLast((message) => message.role === 'user')?.content ?? '';
    const canSearch = request.tools?.some((tool) => tool.function.name === 'search_db') ?? false;
    return canSearch ? callTools([{ name: 'search_db', arguments: { query: words.slice(0, 200) } }]) : say('What are you looking for?');
  }
  const ids = [...new Set([...(last.content ?? '').matchAll(/"id":\s*"([^"]+)"/g)].map((match) => match[1]))].slice(0, 3);
  if (ids.length === 0) return say('The shop has nothing like that. 店里没有这样的商品。');
  return say(
    `Here is what the shop has. 店里有这些：\n\n${ids.map((id) => `<itemCard id="${id}" reason="It matches your words."/>`).join('\n')}\n`,
  );
}
