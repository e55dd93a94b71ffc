import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mappingJsonSchema } from './mapping-schema.ts';

// UPDATE=1 writes it anew after the mapping has changed.
test('the published schema of a mapping is the one the import checks with', () => {
  const file = 'mappings/mapping.schema.json';
  if (process.env.UPDATE) writeFileSync(file, mappingJsonSchema());
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(mappingJsonSchema()));
});
