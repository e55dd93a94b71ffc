import type { Frame } from '../../protocol/frames.ts';
import type { ToolResult } from '../tools/tool.ts';

export type SourceFrame = Extract<Frame, { type: 'source-url' | 'source-document' }>;

type Passage = NonNullable<ToolResult['passages']>[number];

/** Sources named under one answer. */
const MOST = 4;

/** Whether a source may be a link: `https:` on a host the shop lists (guard contract G14). */
function isListed(url: string | undefined, linkHosts: ReadonlySet<string>): url is string {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed?.protocol === 'https:' && linkHosts.has(parsed.hostname);
}

/** What an answer may rest on, as the frames that name it (T4): a link where the shop lists its host, else a document. */
export function sourceFrames(passages: readonly Passage[], linkHosts: ReadonlySet<string>): SourceFrame[] {
  return passages.slice(0, MOST).map(({ id, domain, title, url }) => {
    const sourceId = `${domain}/${id}`;
    return isListed(url, linkHosts)
      ? { type: 'source-url', sourceId, url, title }
      : { type: 'source-document', sourceId, mediaType: 'text/markdown', title };
  });
}
