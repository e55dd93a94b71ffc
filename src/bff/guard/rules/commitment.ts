import { type Commitment, topicWords } from '../../language/commitments.ts';
import { findNumbers } from '../../language/numbers.ts';
import type { Evidence } from '../evidence.ts';

/**
 * G17: whether a promise in the shop's name is backed: one passage, or one policy of a ledger item, speaks of the same thing and
 * holds every number of the promise. What the adviser claims to have done is never backed: all its tools are read-only.
 * @returns null when it may be said, else why not.
 */
export function commitmentFault({ topic, lead }: Commitment, text: string, evidence: Evidence): string | null {
  if (topic === 'action') return 'the adviser can only read; it has done nothing';
  const numbers = numbersOf(lead + text);
  for (const source of sources(evidence)) {
    if (!topicWords[topic].test(source)) continue;
    const known = new Set(numbersOf(source));
    if (numbers.every((number) => known.has(number))) return null;
  }
  return `no passage or policy of this conversation backs a promise of ${topic}`;
}

const numbersOf = (text: string): string[] => findNumbers(text.slice(0, 20_000)).map((number) => number.base ?? number.value);

function* sources(evidence: Evidence): Iterable<string> {
  yield* evidence.passages();
  for (const item of evidence.ledgerItems())
    for (const policy of item.policies ?? []) yield `${policy.type} ${policy.label} ${policy.description ?? ''}`;
}
