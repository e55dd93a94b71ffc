import { createReadStream } from 'node:fs';

/** Encodings that feeds come in, by their names in the Encoding Standard. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** Bytes looked at from the first one that is not ASCII. */
const SAMPLE = 64 * 2 ** 10;

/**
 * The encoding of a file: by its byte order mark, by what it declares (XML, HTML), by where its zeros are, else by what its
 * first bytes outside ASCII can be. A file of ASCII alone is UTF-8.
 * @throws when the file cannot be read.
 */
export async function encodingOf(path: string): Promise<Encoding> {
  let head: Buffer | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: SAMPLE })) {
    const bytes = chunk as Buffer;
    head ??= bytes;
    if (bytes.some((byte) => byte > 0x7f || byte === 0)) return encodingOfBytes(bytes, head);
  }
  return 'utf-8';
}

/**
 * @param sample bytes among which the first outside ASCII are.
 * @param head the first bytes of the file, where a mark or a declaration stands.
 */
export function encodingOfBytes(sample: Uint8Array, head: Uint8Array = sample): Encoding {
  const [first = 0, second = 0, third = 0] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second !== 0) return 'utf-16be';
  if (first !== 0 && second === 0) return 'utf-16le';
  return declared(head) ?? guessed(sample);
}

/** `<?xml … encoding="GBK"?>`, `<meta charset="gb2312">`. */
function declared(head: Uint8Array): Encoding | undefined {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 1024));
  const [, label] = /^\s*<(?:\?xml[^>]*?encoding|!doctype html[\s\S]*?charset)=["']?([\w-]+)/i.exec(text) ?? [];
  if (label === undefined) return undefined;
  if (/^(gbk|gb2312|gb18030)$/i.test(label)) return 'gb18030';
  if (/^(iso-8859-1|latin1|windows-1252|cp1252)$/i.test(label)) return 'windows-1252';
  return /^utf-?8$/i.test(label) ? 'utf-8' : undefined;
}

function guessed(sample: Uint8Array): Encoding {
  if (decodes(sample, 'utf-8')) return 'utf-8';
  return decodes(sample, 'gb18030') && looksChinese(sample) ? 'gb18030' : 'windows-1252';
}

/** The sample may end inside a character, so up to three bytes at its end do not count. */
function decodes(sample: Uint8Array, encoding: Encoding): boolean {
  for (let cut = 0; cut <= 3; cut++) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(sample.subarray(0, sample.length - cut));
      return true;
    } catch {}
  }
  return false;
}

/**
 * Text in GB18030 is made of pairs whose first byte lies in B0–D7 (the characters in daily use, GB 2312 level 1) or A1–A3
 * (punctuation); accented letters of windows-1252 lie in C0–FF and stand alone between ASCII letters.
 */
function looksChinese(sample: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < sample.length - 1; at++) {
    const lead = sample[at] ?? 0;
    if (lead < 0x81) continue;
    pairs++;
    const trail = sample[++at] ?? 0;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) common++;
  }
  return common > pairs * 0.7;
}

/** A file's text in pieces, without its byte order mark. What the encoding cannot be becomes U+FFFD. */
export async function* decoded(path: string, encoding: Encoding, onBytes?: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 2 ** 10 })) {
    onBytes?.((chunk as Buffer).length);
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}
