import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { KnowledgeBase, KnowledgeQuery, Passage } from './knowledge.ts';
import { readDocuments } from './local/files.ts';
import { writeKnowledge } from './local/schema.ts';
import { openKnowledge } from './open.ts';

const root = mkdtempSync(join(tmpdir(), 'aisle-knowledge-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const open: KnowledgeBase[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});
let folders = 0;

const md = (fields: Readonly<Record<string, string>>, text: string): string =>
  `---\n${Object.entries({ locale: 'zh-CN', domain: 'internal_kb', ...fields })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n---\n${text}\n`;

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(root, String(folders++));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

async function opened(url: string): Promise<KnowledgeBase> {
  const knowledge = await openKnowledge(url);
  open.push(knowledge);
  return knowledge;
}
const find = (knowledge: KnowledgeBase, query: string, more: Partial<KnowledgeQuery> = {}): Promise<Passage[]> =>
  knowledge.search({ query, domain: 'internal_kb', limit: 5, locale: 'zh-CN', ...more });
const ids = (passages: readonly Passage[]): string[] => passages.map((each) => each.id);

const shop = {
  'zh/deposit.md': md(
    { id: 'deposit', title: '押金退还', url: '/help/deposit', updated_at: '2026-05-01' },
    '验收后三天内原路退回 **¥500**。',
  ),
  'en/deposit.md': md({ id: 'deposit', locale: 'en', title: 'Deposit refund' }, 'Returned within three days of inspection.'),
  'zh/damage.md': md({ id: 'damage', title: '损坏处理' }, '先停用，拍照上传。押金抵扣维修费。'),
  'zh/note.md': md({ id: 'note', title: '山里过夜', domain: 'xiaohongshu' }, '押金不多，帐篷很轻。'),
  'en/only.md': md({ id: 'lens-cloth', locale: 'en', title: 'Lens cloth' }, 'Every lens comes with a microfibre cloth.'),
  'README.txt': 'not knowledge',
};

describe.each(['dir', 'sqlite'] as const)('a knowledge base behind %s:', (kind) => {
  const openShop = async (files: Readonly<Record<string, string>> = shop): Promise<KnowledgeBase> => {
    const folder = folderOf(files);
    if (kind === 'dir') return opened(`dir:${folder}`);
    const path = join(root, `${folders++}.db`);
    writeKnowledge(path, readDocuments(folder).documents);
    return opened(`sqlite:${path}`);
  };

  it('offers the domains it holds and no other', async () => {
    expect((await openShop()).domains()).toEqual(['internal_kb', 'xiaohongshu']);
  });

  it('a passage comes whole: id, title, plain text, address, date', async () => {
    const [best] = await find(await openShop(), '押金什么时候退');
    expect(best).toEqual({
      id: 'deposit',
      title: '押金退还',
      text: '验收后三天内原路退回 ¥500。',
      url: '/help/deposit',
      domain: 'internal_kb',
      updated_at: '2026-05-01',
    });
  });

  it('a word in the title outweighs one in the text', async () => {
    expect(ids(await find(await openShop(), '押金'))).toEqual(['deposit', 'damage']);
  });

  it('stays in the domain asked for', async () => {
    expect(ids(await find(await openShop(), '押金', { domain: 'xiaohongshu' }))).toEqual(['note']);
    expect(ids(await find(await openShop(), '押金', { domain: 'web' }))).toEqual([]);
  });

  it('a document in two languages comes once, in the language it is asked in', async () => {
    const knowledge = await openShop();
    expect((await find(knowledge, 'deposit refund', { locale: 'en' })).map((each) => each.title)).toEqual(['Deposit refund']);
    expect((await find(knowledge, '押金 deposit refund 退还')).map((each) => each.title)[0]).toBe('押金退还');
  });

  it('what there is in another language only is still found', async () => {
    expect(ids(await find(await openShop(), 'microfibre cloth'))).toEqual(['lens-cloth']);
  });

  it('a shopper’s word finds the word of the rule', async () => {
    expect(ids(await find(await openShop(), '摔坏了怎么办'))[0]).toBe('damage');
  });

  it('a question about something else finds nothing rather than the least bad', async () => {
    const knowledge = await openShop();
    expect(await find(knowledge, '特斯拉的股价是多少')).toEqual([]);
    expect(await find(knowledge, 'who won the world cup', { locale: 'en' })).toEqual([]);
    expect(await find(knowledge, '？！…')).toEqual([]);
  });

  it('no text of a query is full-text syntax', async () => {
    const knowledge = await openShop();
    for (const query of ['"', 'a AND', 'NOT 押金', 'title:押金', '{title}: x', '(((', '押金*', 'x NEAR(y)', "';--", '^', '-'])
      await expect(find(knowledge, query)).resolves.toBeInstanceOf(Array);
    expect(ids(await find(knowledge, '"押金*"'))).toContain('deposit');
  });

  it('keywords are searched like the title and never shown', async () => {
    const knowledge = await openShop({ 'a.md': md({ id: 'a', title: '会员权益', keywords: '学生优惠 student discount' }, '银卡九五折。') });
    expect(JSON.stringify(await find(knowledge, '有没有学生优惠'))).toMatch(/^\[\{"id":"a","title":"会员权益","text":"银卡九五折。"/);
  });

  it('an aborted search rejects with its reason', async () => {
    const knowledge = await openShop();
    await expect(
      knowledge.search({ query: '押金', domain: 'internal_kb', limit: 1, locale: 'zh-CN' }, AbortSignal.abort(new Error('stopped'))),
    ).rejects.toThrow('stopped');
  });
});

describe('what a folder holds', () => {
  it('bad files and lines are passed over and told with place and reason', () => {
    const line = (more: object): string => JSON.stringify({ id: 'x', locale: 'en', domain: 'web', title: 'X', text: 'Text', ...more });
    const folder = folderOf({
      'a.jsonl': `${line({})}\n\n${line({ id: 'b c' })}\nnot json\n${line({ id: 'y', url: 'javascript:alert(1)' })}\n`,
      'b.md': '# No front matter',
      'c.md': md({ id: 'c', title: 'C', domain: 'weibo' }, 'Text'),
      'd.md': md({ id: 'x', locale: 'en', title: 'Again' }, 'Text'),
    });
    const { documents, faults } = readDocuments(folder);
    expect(documents.map((each) => each.id)).toEqual(['x']);
    expect(faults.map(({ file, line: at, reason }) => `${file}:${at ?? ''} ${reason.slice(0, 24)}`)).toEqual([
      'a.jsonl:3 id: an id has 1 to 128 c',
      'a.jsonl:4 the line is not JSON',
      'a.jsonl:5 url: an address is https',
      'b.md: the file does not begin ',
      'c.md: domain: a domain is inte',
      'd.md: id: there is another doc',
    ]);
  });

  it('faults are told to whoever opens it', async () => {
    const faults: string[] = [];
    const folder = folderOf({ ...shop, 'zh/bad.md': 'no front matter' });
    open.push(await openKnowledge(`dir:${folder}`, { onFault: ({ file }) => faults.push(file) }));
    expect(faults).toEqual([join('zh', 'bad.md')]);
  });

  it.each([
    ['a folder that is not there', 'dir:/nowhere/at/all', /there is no folder/],
    ['a folder without a usable document', `dir:${folderOf({ 'a.md': 'x' })}`, /holds no document.*a\.md: the file does not begin/],
    ['a file that is not there', 'sqlite:/nowhere.db', /import-knowledge/],
    ['a file that is something else', `sqlite:${join(folderOf({ 'x.db': 'text' }), 'x.db')}`, /no knowledge file/],
    ['another scheme', 'ftp://x', /dir:path, sqlite:path or https/],
    ['plain http', 'http://kb.example', /http: on loopback only/],
    ['an unknown domain', 'https://kb.example/#weibo', /there is no domain weibo/],
  ])('%s is refused with what to do', async (_, url, message) => {
    await expect(openKnowledge(url)).rejects.toThrow(message);
  });

  it('importing again replaces a file for readers that have it open', async () => {
    const path = join(root, 'again.db');
    writeKnowledge(path, readDocuments(folderOf(shop)).documents);
    const knowledge = await opened(`sqlite:${path}`);
    expect(ids(await find(knowledge, '押金'))).toContain('deposit');
    writeKnowledge(path, readDocuments(folderOf({ 'a.md': md({ id: 'new', title: '押金新规' }, '全部免押。') })).documents);
    expect(ids(await find(knowledge, '押金'))).toEqual(['new']);
  });
});
