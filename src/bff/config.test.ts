import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

it('an empty environment is the demo shop with the planner', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ PORT: 8787, HOST: '127.0.0.1', MAX_TOOL_CALLS: 8, RATE_LIMIT: 10, default_site: 'pk_demo' });
  expect(config.model).toBeUndefined();
  expect(config.MODEL_FALLBACKS).toEqual(['planner']);
});

it('an empty string counts as missing', () => {
  expect(readConfig({ PORT: '', MODEL_NAME: '' }).PORT).toBe(8787);
});

it('every problem is named in one error', () => {
  const problems = problemsOf({ PORT: 'x', RATE_LIMIT: '-1', SITES: '{', MODEL_BASE_URL: 'http://models.example/v1' });
  expect(problems.map((each) => each.split(':')[0]).sort()).toEqual(['MODEL_BASE_URL', 'PORT', 'RATE_LIMIT', 'SITES']);
});

it('T27: a plain http model address is refused, but on loopback', () => {
  expect(problemsOf({ MODEL_BASE_URL: 'http://models.example/v1', MODEL_NAME: 'm' })).toHaveLength(1);
  expect(readConfig({ MODEL_BASE_URL: 'http://127.0.0.1:9/v1', MODEL_NAME: 'm' }).model).toMatchObject({ name: 'm', api_key: '' });
});

it.each([
  ['MODEL_FALLBACKS', '[{"base_url":"http://model.example/v1","api_key":"k","name":"m"}]'],
  ['CATALOG_URL', 'http://shop.example'],
  ['CATALOG_URL', 'ucp:http://shop.example'],
  ['KNOWLEDGE_URL', 'http://kb.example'],
  ['ORDERS_URL', 'http://orders.example'],
  ['MCP_SERVERS', '{"tools":{"url":"http://mcp.example"}}'],
])('T27: %s over plain http stops the start', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name}.*(?:https|http: only on loopback)`));
});

it('T17: a wrong value is never repeated: it may be a secret', () => {
  const problems = problemsOf({ SHOPPER_JWT_SECRET: 'short-secret', MODEL_FALLBACKS: '["sk-planted"]', LOG_LEVEL: 'planted' });
  expect(problems).toHaveLength(3);
  expect(problems.join()).not.toMatch(/short-secret|planted/);
});

it('an origin with a path is refused', () => {
  expect(problemsOf({ SITES: '{"pk":{"origins":["https://shop.example/path"]}}' })[0]).toMatch(/^SITES: pk\.origins\.0/);
});

it('a key without any site configured means the demo site, and no longer once sites are', () => {
  expect(readConfig({ SITES: '{"pk":{"origins":["https://shop.example"]}}' }).default_site).toBeUndefined();
});

describe('the shop’s synonyms file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-config-'));
  const profile = join(folder, 'shop.json');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is read from the profile’s folder', () => {
    writeFileSync(profile, JSON.stringify({ name: 'Shop', synonyms: 'names.txt' }));
    writeFileSync(join(folder, 'names.txt'), 'grape wine | red wine\n');
    expect(readConfig({ SHOP: profile }).shop?.synonyms).toEqual([['grape wine', 'red wine']]);
  });

  it('that is absent or says nothing stops the start with the line at fault', () => {
    writeFileSync(join(folder, 'names.txt'), 'a | b\nalone\n');
    expect(problemsOf({ SHOP: profile })).toEqual([expect.stringContaining('SHOP: synonyms: line 2')]);
    rmSync(join(folder, 'names.txt'));
    expect(problemsOf({ SHOP: profile })).toContain('SHOP: synonyms: the file cannot be read');
  });
});
