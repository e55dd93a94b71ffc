import * as v from 'valibot';
import { createEndpoint, EndpointFault } from '../remote/endpoint.ts';
import { cleanPassage } from './clean.ts';
import { type Domain, type KnowledgeBase, knowledgeDomains, type Passage } from './knowledge.ts';

const answerSchema = v.object({ passages: v.array(v.unknown()) });
const passageSchema = v.object({
  id: v.string(),
  title: v.string(),
  text: v.string(),
  url: v.optional(v.string()),
  domain: v.picklist(knowledgeDomains),
  updated_at: v.optional(v.string()),
});

/** Passages that are what was asked for: one that is not is dropped, the others stay. */
function readPassages(answer: unknown, domain: Domain, limit: number): Passage[] {
  const parsed = v.safeParse(answerSchema, answer);
  if (!parsed.success) throw new EndpointFault('the answer is not {passages: […]}');
  return parsed.output.passages
    .flatMap((each) => {
      const passage = v.safeParse(passageSchema, each);
      if (!passage.success || passage.output.domain !== domain) return [];
      return cleanPassage({ url: undefined, updated_at: undefined, ...passage.output }) ?? [];
    })
    .slice(0, limit);
}

/**
 * A shop's own retrieval behind `POST {url}/search`. Which domains it serves stands in the fragment of the address, which
 * is never sent: `https://kb.shop.example/v1#internal_kb,web`; without one, all of them.
 */
export function createHttpKnowledge(url: string, domains: readonly Domain[] = knowledgeDomains): KnowledgeBase {
  const endpoint = createEndpoint(url);
  return {
    domains: () => domains,
    async search({ query, domain, limit, locale }, signal) {
      return readPassages(await endpoint.post('/search', { query, domain, limit, locale }, signal), domain, limit);
    },
    async close() {},
  };
}
