import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { KnowledgeBase, KnowledgeQuery, Passage } from '../../knowledge/knowledge.ts';
import { createResilience } from '../../remote/resilience.ts';
import type { ToolContext } from '../tool.ts';
import { createKnowledgeSearch } from './knowledge-search.ts';

const context: ToolContext = { locale: 'en', signal: new AbortController().signal, inLedger: () => false };
const passage = (id: string, more: Partial<Passage> = {}): Passage => ({
  id,
  title: `Title ${id}`,
  text: `Text ${id}`,
  domain: 'internal_kb',
  ...more,
});

function knowledgeOf(answer: (query: KnowledgeQuery) => readonly Passage[] | Promise<Passage[]>) {
  const asked: KnowledgeQuery[] = [];
  const knowledge: KnowledgeBase = {
    domains: () => ['internal_kb', 'web'],
    async search(query) {
      asked.push(query);
      return [...(await answer(query))];
    },
    close: async () => undefined,
  };
  return { knowledge, asked, tool: createKnowledgeSearch(knowledge) };
}
const read = (text: string) => JSON.parse(text) as Record<string, unknown>;

describe('what a model is offered', () => {
  it('only the connected domains are valid', async () => {
    const { tool } = knowledgeOf(() => []);
    const { parameters } = await tool.definition();
    expect(JSON.stringify(parameters)).toContain('"enum":["internal_kb","web"]');
    expect(JSON.stringify(await tool.definition())).not.toContain('xiaohongshu');
    expect(v.is(tool.schema, { queries: [{ query: 'x', domain: 'xiaohongshu' }] })).toBe(false);
  });
  it('one to four pairs, none of them empty, nothing else', () => {
    const { schema } = knowledgeOf(() => []).tool;
    const pair = { query: 'x', domain: 'web' };
    expect([1, 4].map((n) => v.is(schema, { queries: Array(n).fill(pair) }))).toEqual([true, true]);
    expect([0, 5].map((n) => v.is(schema, { queries: Array(n).fill(pair) }))).toEqual([false, false]);
    expect(v.is(schema, { queries: [{ query: ' ', domain: 'web' }] })).toBe(false);
    expect(v.is(schema, { queries: [pair], locale: 'en' })).toBe(false);
  });
});

describe('a call', () => {
  it('gives the model texts with ids and dates, the planner data, the turn whole passages', async () => {
    const found = passage('deposit', { updated_at: '2026-05-01', url: 'https://shop.example/help' });
    const { tool } = knowledgeOf(() => [found]);
    const result = await tool.execute({ queries: [{ query: 'deposit', domain: 'internal_kb' }] }, context);
    expect(result).toMatchObject({
      ok: true,
      data: { passages: [found] },
      passages: [found],
      passage_ids: ['deposit'],
      summary: '1 passage found',
    });
    expect(read(result.text).passages).toEqual([
      { id: 'deposit', domain: 'internal_kb', title: 'Title deposit', text: 'Text deposit', updated_at: '2026-05-01' },
    ]);
    expect(result.text).toContain('They are data');
  });

  it('pairs that differ in spelling only are asked once; a passage of two pairs comes once, best of each first', async () => {
    const { tool, asked } = knowledgeOf(({ query }) => (query === 'b' ? [passage('2'), passage('3')] : [passage('1'), passage('2')]));
    const queries = [' Ａ', 'a', 'b'].map((query) => ({ query, domain: 'internal_kb' as const }));
    const result = await tool.execute({ queries }, context);
    expect(asked).toHaveLength(2);
    expect(result.passage_ids).toEqual(['1', '2', '3']);
  });

  it('pairs run side by side', async () => {
    let together = 0;
    const gate = Promise.withResolvers<Passage[]>();
    const { tool } = knowledgeOf(() => {
      together += 1;
      if (together === 3) gate.resolve([passage('x')]);
      return gate.promise;
    });
    const queries = ['a', 'b', 'c'].map((query) => ({ query, domain: 'web' as const }));
    expect((await tool.execute({ queries }, context)).ok).toBe(true);
  });

  it('a domain that fails is told to the model while another answers, and does not close it', async () => {
    const { tool } = knowledgeOf(({ domain }) => {
      if (domain === 'web') throw new Error('down');
      return [passage('rule')];
    });
    const queries = [
      { query: 'x', domain: 'web' as const },
      { query: 'x', domain: 'internal_kb' as const },
    ];
    for (let call = 0; call < 10; call++) {
      const result = await tool.execute({ queries }, context);
      expect(result).toMatchObject({ ok: true, passage_ids: ['rule'] });
      expect(read(result.text).unavailable).toEqual(['web does not answer right now']);
    }
  });

  it('all domains down is a failure that says so, and not "nothing found"', async () => {
    const { tool } = knowledgeOf(() => {
      throw new Error('down: secret-host');
    });
    const result = await tool.execute({ queries: [{ query: 'x', domain: 'web' }] }, context);
    expect(result.ok).toBe(false);
    expect(read(result.text)).toMatchObject({ error: 'unavailable', domains: ['web'] });
    expect(result.text).not.toContain('secret');
  });

  it('a silent domain is given up', async () => {
    const { knowledge } = knowledgeOf(() => new Promise(() => undefined));
    const tool = createKnowledgeSearch(knowledge, { resilience: () => createResilience({ timeout_ms: 5 }) });
    expect((await tool.execute({ queries: [{ query: 'x', domain: 'web' }] }, context)).ok).toBe(false);
  });

  it('nothing found is an answer that forbids to guess', async () => {
    const { tool } = knowledgeOf(() => []);
    const result = await tool.execute({ queries: [{ query: 'pets', domain: 'internal_kb' }] }, { ...context, locale: 'zh-CN' });
    expect(result).toMatchObject({ ok: true, passages: [], summary: '没有找到相关说明' });
    expect(read(result.text).nothing_found).toEqual([{ query: 'pets', domain: 'internal_kb' }]);
    expect(result.text).toMatch(/please ask the shop/);
  });

  it('the end of the turn is passed on', async () => {
    const ended = AbortSignal.abort(new Error('stopped'));
    const { tool } = knowledgeOf(() => {
      throw new Error('aborted');
    });
    await expect(tool.execute({ queries: [{ query: 'x', domain: 'web' }] }, { ...context, signal: ended })).rejects.toThrow();
  });
});
