import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expectation, type RecordedCase } from '../case.ts';
import type { LoadedSet, NamedCase } from '../sets.ts';

const FOLDER = '../shared/data/tau2-retail';

const record = v.record(v.string(), v.unknown());
const databaseSchema = v.object({
  products: v.record(v.string(), v.looseObject({ variants: v.record(v.string(), record) })),
  users: v.record(
    v.string(),
    v.looseObject({
      name: v.object({ first_name: v.string(), last_name: v.string() }),
      email: v.string(),
      address: v.looseObject({ zip: v.string() }),
    }),
  ),
  orders: v.record(v.string(), record),
});
type Database = v.InferOutput<typeof databaseSchema>;
const caseSchema = v.object({
  id: v.string(),
  instructions: v.object({
    reason_for_call: v.string(),
    known_info: v.nullish(v.string(), ''),
    task_instructions: v.nullish(v.string(), ''),
  }),
  expected_actions: v.array(v.object({ name: v.string(), arguments: record })),
});

const text = (description: string) => ({ type: 'string', description });
const tool = (name: string, description: string, properties: Record<string, unknown>) => ({
  name,
  description,
  parameters: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
});

/** The tools of the benchmark that only read. */
const tools = [
  tool('find_user_id_by_email', 'Finds a user id by e-mail address.', { email: text('E-mail address.') }),
  tool('find_user_id_by_name_zip', 'Finds a user id by name and postal code.', {
    first_name: text('First name.'),
    last_name: text('Last name.'),
    zip: text('Postal code.'),
  }),
  tool('get_user_details', 'Profile, payment methods and order numbers of a user.', { user_id: text('User id.') }),
  tool('get_order_details', 'Status and items of an order.', { order_id: text('Order number with its leading #.') }),
  tool('get_product_details', 'All variants of a product.', { product_id: text('Product id, not an item id.') }),
  tool('get_item_details', 'One variant of a product.', { item_id: text('Item id.') }),
];
const READ: ReadonlySet<string> = new Set(tools.map(({ name }) => name));

/** What the benchmark's own tools would answer. */
function answerFrom(database: Database): NonNullable<NamedCase['answer']> {
  const users = Object.entries(database.users);
  const same = (a: string, b: unknown): boolean => typeof b === 'string' && a.toLowerCase() === b.trim().toLowerCase();
  const own = (table: Readonly<Record<string, unknown>>, key: unknown): unknown =>
    typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
  const found = (value: unknown): string => (value === undefined ? JSON.stringify({ error: 'not found' }) : JSON.stringify(value));
  return (name, args) => {
    switch (name) {
      case 'find_user_id_by_email':
        return found(users.find(([, user]) => same(user.email, args.email))?.[0]);
      case 'find_user_id_by_name_zip':
        return found(
          users.find(
            ([, user]) =>
              same(user.name.first_name, args.first_name) && same(user.name.last_name, args.last_name) && same(user.address.zip, args.zip),
          )?.[0],
        );
      case 'get_user_details':
        return found(own(database.users, args.user_id));
      case 'get_order_details':
        return found(own(database.orders, args.order_id));
      case 'get_product_details':
        return found(own(database.products, args.product_id));
      case 'get_item_details':
        return found(
          Object.values(database.products)
            .map((product) => own(product.variants, args.item_id))
            .find((item) => item !== undefined),
        );
      default:
        return null;
    }
  };
}

/**
 * tau2-bench retail, the part that reads: those of its 74 calls for help that need look-ups, told in one message; expected are the look-ups that the benchmark's
 * own agent makes before its first change. What changes an order is not offered and not measured.
 */
export function tau2Cases(): LoadedSet {
  if (!existsSync(FOLDER)) return { skipped: `tau2-retail: ${FOLDER} is not on this machine` };
  const answer = answerFrom(v.parse(databaseSchema, JSON.parse(readFileSync(`${FOLDER}/db.json`, 'utf8'))));
  const policy = readFileSync(`${FOLDER}/policy.md`, 'utf8');
  const system = `${policy}\n\nIn this conversation you only look things up. Make every look-up that is needed, one after the other, then say what you found.`;
  const lines = readFileSync(`${FOLDER}/cases_train.jsonl`, 'utf8').split('\n').filter(Boolean);
  const cases = lines.flatMap((line): NamedCase[] => {
    const { id, instructions, expected_actions } = v.parse(caseSchema, JSON.parse(line));
    const firstChange = expected_actions.findIndex(({ name }) => !READ.has(name) && name !== 'calculate');
    const reads = (firstChange < 0 ? expected_actions : expected_actions.slice(0, firstChange)).filter(({ name }) => READ.has(name));
    // Some of the calls for help begin with a change: there is nothing to look up in them.
    if (reads.length === 0) return [];
    const test: RecordedCase = {
      id: `tau2-${id}`,
      locale: 'en',
      system,
      turns: [
        {
          say: `A note about the shopper who writes to you ("you" is the shopper): ${instructions.known_info} ${instructions.reason_for_call}`,
          expect: expectation({ calls: reads.map((read) => ({ name: read.name, arguments: read.arguments })), may: [...READ] }),
        },
      ],
      tools,
      results: [],
    };
    return [{ set: 'tau2-retail', kind: 'read', test, answer }];
  });
  return { cases };
}
