import * as v from 'valibot';
import { isJsonObject, isOfJsonType } from '../../language/json-type.ts';
import type { ObjectSchema } from './input-schema.ts';

const typesOf = (schema: unknown): readonly unknown[] => {
  if (!isJsonObject(schema) || schema.type === undefined) return [];
  return Array.isArray(schema.type) ? schema.type : [schema.type];
};

/** What is wrong with one value, in words a model can act on; null where nothing is. */
function problemOf(value: unknown, schema: unknown): string | null {
  if (schema === false) return 'is not taken';
  if (!isJsonObject(schema)) return null;
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOfJsonType(value, type))) return `must be of type ${types.join(' or ')}`;
  const choices = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : null;
  // Only plain values: what equal objects are is the server's to judge.
  if (choices?.every((each) => typeof each !== 'object' || each === null) && !choices.includes(value))
    return `must be one of ${JSON.stringify(choices).slice(0, 300)}`;
  return null;
}

/**
 * Checks a remote tool's arguments against the top level of its JSON Schema (required, types, closed lists, unknown names) and
 * hands them on as they are. The depths are checked by the server, whose answer the model reads.
 */
export function argumentsSchema(schema: ObjectSchema): v.GenericSchema<unknown, Record<string, unknown>> {
  const { properties } = schema;
  const required = Array.isArray(schema.required) ? schema.required.filter((each) => typeof each === 'string') : [];
  const isClosed = schema.additionalProperties === false;
  const schemaOf = (name: string): unknown => (Object.hasOwn(properties, name) ? properties[name] : undefined);
  const isNullable = (name: string): boolean => typesOf(schemaOf(name)).includes('null');

  return v.pipe(
    v.record(v.string(), v.unknown()),
    // The registry takes nulls away, as some models send one for whatever they leave out. Here a null may be a value.
    v.transform((given) => ({
      ...Object.fromEntries(required.filter((name) => !Object.hasOwn(given, name) && isNullable(name)).map((name) => [name, null])),
      ...given,
    })),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const given: Record<string, unknown> = dataset.value;
      const report = (key: string, message: string): void =>
        addIssue({ message, path: [{ type: 'object', origin: 'value', input: given, key, value: given[key] }] });
      for (const name of required) if (!Object.hasOwn(given, name)) report(name, 'is required');
      for (const [name, value] of Object.entries(given)) {
        const isKnown = Object.hasOwn(properties, name);
        const problem = isKnown ? problemOf(value, schemaOf(name)) : isClosed ? 'is not an argument of this tool' : null;
        if (problem) report(name, problem);
      }
    }),
  );
}
