import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../public/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webm': 'video/webm',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Names of letters, digits, `-`, `_` and inner dots: no way up, no hidden file, nothing encoded. */
const PLAIN_PATH = /^(?:\/\w[\w.-]*)+$/;

/** A document that is looked at by itself, such as a picture opened in a tab, may load nothing and run nothing. */
const INERT = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** A file of `public/`; null when there is none of a known kind. */
export async function publicFile(request: Request, pathname: string): Promise<Response | null> {
  const type = types[extname(pathname)];
  if (!type || !PLAIN_PATH.test(pathname)) return null;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await readFile(join(ROOT, pathname)));
  } catch {
    return null;
  }
  // Asked for again each time, so that a new release of a page never meets an old script; the ETag makes that cheap.
  const caching = type.startsWith('video/') ? 'public, max-age=86400' : 'public, no-cache';
  return contentResponse(request, bytes, { 'content-type': type, 'cache-control': caching });
}

/** Answers with content that has an ETag: 304 when the reader has it, 206 for one range of it, else all of it (RFC 9110). */
export function contentResponse(request: Request, bytes: Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>>): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const shared = { ...headers, etag, 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff', 'content-security-policy': INERT };
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers: shared });
  const ifRange = request.headers.get('if-range');
  const range = ifRange === null || ifRange === etag ? rangeOf(request.headers.get('range'), bytes.length) : null;
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...shared, 'content-range': `bytes */${bytes.length}` } });
  }
  const [status, part] = range ? [206, bytes.subarray(range.first, range.last + 1)] : [200, bytes];
  return new Response(request.method === 'HEAD' ? null : part, {
    status,
    headers: {
      ...shared,
      'content-length': String(part.length),
      ...(range ? { 'content-range': `bytes ${range.first}-${range.last}/${bytes.length}` } : {}),
    },
  });
}

/** One byte range of a header; null for none, for several, and for what is no range, all of which mean the whole. */
function rangeOf(header: string | null, length: number): { first: number; last: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (from === '' && to === '') return null;
  if (from === '') return Number(to) === 0 ? 'unsatisfiable' : { first: Math.max(0, length - Number(to)), last: length - 1 };
  const [first, last] = [Number(from), to === '' ? length - 1 : Math.min(Number(to), length - 1)];
  if (to !== '' && Number(to) < first) return null;
  return first >= length ? 'unsatisfiable' : { first, last };
}
