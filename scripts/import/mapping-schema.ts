import { toJsonSchema } from '@valibot/to-json-schema';
import { mappingSchema } from '../../src/bff/catalog/importers/mapping.ts';

/** The JSON Schema of a mapping file, for editors; what it cannot say (names of operators) the import says. */
export const mappingJsonSchema = (): string =>
  `${JSON.stringify({ title: 'Aisle mapping', ...toJsonSchema(mappingSchema, { errorMode: 'ignore' }) }, null, 2)}\n`;
