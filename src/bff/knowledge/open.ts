import { isEndpointAddress } from '../remote/endpoint.ts';
import { createHttpKnowledge } from './http.ts';
import { type Domain, type KnowledgeBase, KnowledgeUnusable, knowledgeDomains } from './knowledge.ts';
import { type LocalOptions, openLocalKnowledge } from './local/open.ts';

const isDomain = (name: string): name is Domain => knowledgeDomains.some((domain) => domain === name);

/** Domains in the fragment of an endpoint's address; all where it has none. */
function domainsOf(url: URL): readonly Domain[] {
  const names = decodeURIComponent(url.hash.slice(1)).split(',').filter(Boolean);
  const unknown = names.filter((name) => !isDomain(name));
  if (unknown.length > 0) throw new KnowledgeUnusable(`there is no domain ${unknown.join(', ')}; use ${knowledgeDomains.join(', ')}`);
  return names.length === 0 ? knowledgeDomains : names.filter(isDomain);
}

/**
 * The knowledge base behind a `KNOWLEDGE_URL`: `dir:path` (a folder of Markdown and JSON lines, read at the start),
 * `sqlite:path` (the same, imported beforehand), or `https://…` (the shop's own endpoint; `http:` on loopback).
 * @throws KnowledgeUnusable
 */
export async function openKnowledge(url: string, options: Omit<LocalOptions, 'source'> = {}): Promise<KnowledgeBase> {
  const [, kind, path] = /^(dir|sqlite):(.+)$/.exec(url) ?? [];
  if (path && (kind === 'dir' || kind === 'sqlite')) return openLocalKnowledge({ ...options, source: { kind, path } });
  if (isEndpointAddress(url)) return createHttpKnowledge(url, domainsOf(new URL(url)));
  throw new KnowledgeUnusable('KNOWLEDGE_URL is dir:path, sqlite:path or https://… (http: on loopback only)');
}
