import type { Context } from 'hono';
import * as v from 'valibot';
import { BODY_LIMIT } from '../../protocol/chat.ts';
import { localeSchema } from '../../protocol/locale.ts';
import { HttpError } from './errors.ts';

/** Reads at most `limit` bytes; what is past it is not read. */
async function boundedText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new HttpError('too_large');
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) throw new HttpError('too_large');
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}

/**
 * The JSON body of a request, checked; `limit` in bytes. Requiring the JSON type also keeps a plain form of another site out (T13).
 * @throws HttpError unsupported_type, too_large, invalid_request with the path of the first field at fault.
 */
export async function readBody<S extends v.GenericSchema>(c: Context, schema: S, limit = BODY_LIMIT): Promise<v.InferOutput<S>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new HttpError('unsupported_type');
  let value: unknown;
  try {
    value = JSON.parse(await boundedText(c.req.raw, limit));
  } catch (cause) {
    if (cause instanceof HttpError) throw cause;
    throw new HttpError('invalid_request', { detail: 'the body is not JSON', cause });
  }
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  throw new HttpError('invalid_request', { detail: problemOf(parsed.issues[0]), ...localeIn(value) });
}

/** The language a body asks for, though the rest of it be wrong. */
function localeIn(value: unknown): { locale?: string } {
  const read = v.safeParse(v.object({ locale: localeSchema }), value);
  return read.success ? { locale: read.output.locale } : {};
}

/** Which field is at fault, and what it should be; never its value. */
function problemOf(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? 'body'}: ${wantedBy(issue)}`;
}

function wantedBy({ type, kind, message, received, requirement, expected }: v.BaseIssue<unknown>): string {
  if (type === 'strict_object' && expected === 'never') return 'is not a field of this request';
  if (kind === 'schema') return received === 'undefined' ? 'is missing' : `must be ${expected ?? type}`;
  switch (type) {
    case 'min_value':
      return `must be at least ${requirement}`;
    case 'max_value':
      return `must be at most ${requirement}`;
    case 'min_length':
      return `must have at least ${requirement} characters or entries`;
    case 'max_length':
      return `must have at most ${requirement} characters or entries`;
    case 'integer':
      return 'must be a whole number';
    default:
      return message.startsWith('Invalid') ? 'is not of the form asked for' : message;
  }
}
