import { type Fields, fieldsOf } from './fields.ts';
import { type ReplayField, replayFields } from './profiles.ts';

/** Keeps what a provider wants back with the calls of an answer. None of it is ever text for the shopper. */
export interface ReplayRecord {
  add(delta: Fields): void;
  /** The kept fields; undefined when there were none. */
  fields(): Record<string, unknown> | undefined;
}

export function createReplayRecord(wanted: readonly ReplayField[]): ReplayRecord {
  const kept = replayFields.filter((field) => wanted.includes(field));
  const record: { reasoning_content?: string; reasoning?: string; reasoning_details?: Fields[] } = {};
  return {
    add(delta) {
      for (const field of kept) {
        const value = delta[field];
        if (field === 'reasoning_details') {
          if (Array.isArray(value)) record[field] = value.reduce(joinDetail, record[field] ?? []);
        } else if (typeof value === 'string' && value !== '') {
          record[field] = (record[field] ?? '') + value;
        }
      }
    },
    fields: () => (Object.keys(record).length > 0 ? { ...record } : undefined),
  };
}

/** Pieces of one detail share type and index: their words are joined, and what comes later (the signature) completes it. */
function joinDetail(details: Fields[], value: unknown): Fields[] {
  const piece = fieldsOf(value);
  if (!piece) return details;
  const last = details.at(-1);
  if (!last || last.type !== piece.type || last.index !== piece.index || (last.id ?? piece.id) !== (piece.id ?? last.id)) {
    details.push(piece);
    return details;
  }
  const joined: Record<string, unknown> = { ...last };
  for (const [key, part] of Object.entries(piece)) {
    const before = joined[key];
    if (part === null && before !== undefined) continue;
    joined[key] = (key === 'text' || key === 'summary') && typeof before === 'string' && typeof part === 'string' ? before + part : part;
  }
  details[details.length - 1] = joined;
  return details;
}
