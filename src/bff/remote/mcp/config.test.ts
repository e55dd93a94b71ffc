import * as v from 'valibot';
import { expect, test } from 'vitest';
import { mcpServersSchema } from './config.ts';

const problems = (value: unknown): string[] => {
  const parsed = v.safeParse(mcpServersSchema, value);
  return parsed.success ? [] : parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
};

test('a process and an address are read, with defaults', () => {
  expect(
    v.parse(mcpServersSchema, {
      stores: { command: 'node', tools: ['store_hours'] },
      crm: { url: 'https://crm.shop.example/mcp', headers: { authorization: 'Bearer abc' } },
    }),
  ).toEqual({
    stores: { command: 'node', args: [], env: {}, tools: ['store_hours'] },
    crm: { url: 'https://crm.shop.example/mcp', headers: { authorization: 'Bearer abc' } },
  });
});

test.each([
  'http://shop.example/mcp',
  'https://user:password@shop.example/mcp',
  'ftp://shop.example',
  'file:///etc/passwd',
  'shop.example',
])('the address %s is refused without repeating it', (url) => {
  expect(problems({ crm: { url } })).toEqual(['crm.url: must be an https: address without user or password (http: only on loopback)']);
});

test.each(['http://127.0.0.1:9000/mcp', 'http://localhost/mcp', 'http://[::1]:1/mcp'])('the loopback address %s is taken', (url) => {
  expect(problems({ crm: { url } })).toEqual([]);
});

test('a server is told about the transport it names, and unknown keys are mistakes', () => {
  expect(problems({ a: { url: 'https://x.example', args: [] } })).toEqual(['a.args: is not a key of such a server']);
  expect(problems({ b: {} })).toEqual(['b.command: is missing']);
  expect(problems({ d: 'node' })).toEqual(['d: must be an object']);
  expect(problems({ c: { command: 'node', env: { PORT: 1 } } })).toEqual(['c.env.PORT: must be a text']);
});

test('a server name that cannot begin a tool name is refused', () => {
  expect(problems({ 'my shop': { command: 'node' } })).toHaveLength(1);
  expect(problems({ ['x'.repeat(33)]: { command: 'node' } })).toHaveLength(1);
});
