const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const field = (value: unknown, name: string): unknown => (value as Record<string, unknown> | null | undefined)?.[name];

/** What each call that takes something must be given. */
const NEEDS: Readonly<Record<string, readonly [holds: (given: unknown) => boolean, words: string]>> = {
  ask: [isText, 'needs the words to ask'],
  compare: [isTexts, 'needs a list of item ids, each a text'],
  page: [
    (given) => given instanceof Object && (field(given, 'item_id') === undefined || isText(field(given, 'item_id'))),
    'needs {item_id, cart}; item_id is a text',
  ],
  identify: [(given) => given === null || isText(field(given, 'token')), 'needs {token}, or null once the shopper has signed out'],
  theme: [(given) => given instanceof Object, 'needs an object of tokens'],
  consent: [(given) => given instanceof Object, 'needs {storage, analytics, training}'],
};

/**
 * Why a call of the page cannot be carried out, in words for its engineer; undefined where it can.
 * @param names of all calls there are
 */
export function callFault(name: string, given: unknown, names: readonly string[]): string | undefined {
  if (!names.includes(name)) return `is none; there are ${names.join(', ')}`;
  const [holds, words] = NEEDS[name] ?? [];
  return holds && !holds(given) ? words : undefined;
}
