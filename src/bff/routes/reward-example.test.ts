import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';

const TOKEN = 'operator-token-of-this-test';
const hasPython = spawnSync('python3', ['--version']).status === 0;
let bff: TestBff;
beforeAll(async () => {
  bff = await startTestBff({ items: [anItem({ id: 'lamp', title: 'Brass lamp' })], env: { CONSOLE_TOKEN: TOKEN } });
});
afterAll(() => bff.close());

/** What TRL hands over: prompts and completions of a batch, calls with arguments as objects and no ids. */
const program = `
import json, sys
sys.path.insert(0, 'docs/examples')
from grpo_reward import aisle_reward, search_db
found = search_db(query='lamp')
call = {'role': 'assistant', 'content': '', 'tool_calls': [{'type': 'function', 'function': {'name': 'search_db', 'arguments': {'query': 'lamp'}}}]}
says = lambda text: [call, {'role': 'tool', 'name': 'search_db', 'content': found}, {'role': 'assistant', 'content': text}]
prompts = [[{'role': 'user', 'content': 'a lamp'}]] * 2
print(json.dumps(aisle_reward(prompts=prompts, completions=[says('<itemCard id="lamp"/>'), says('<itemCard id="sofa"/>')], completions_ids=[[], []], trainer_state=None)))
`;

test.skipIf(!hasPython)('the example of docs/rewards.md gives TRL its rewards (skipped without python3)', async () => {
  const env = { ...process.env, AISLE_URL: bff.url, AISLE_TOKEN: TOKEN, PYTHONDONTWRITEBYTECODE: '1' };
  const { stdout } = await promisify(execFile)('python3', ['-c', program], { env });
  expect(JSON.parse(stdout)).toEqual([1, 0]);
});
