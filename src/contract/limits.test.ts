import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { intentSchema } from './intents.ts';
import { CALLS } from './ipc.ts';

/*
 * What a window may send has an end: every text, every list and every record, however deep it lies. What is accepted is
 * kept, and what is kept is in every snapshot from then on.
 */

type Schema = Readonly<Record<string, unknown>>;

/** The places in a schema whose size nothing bounds. */
function unbounded(schema: unknown, place: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((each, index) => unbounded(each, `${place}|${index}`));
  const { type, enum: words, const: word, maxLength, maxItems, additionalProperties, propertyNames } = schema as Schema;
  const found: string[] = [];
  if (type === 'string' && words === undefined && word === undefined && maxLength === undefined) found.push(place);
  if (type === 'array' && maxItems === undefined && (schema as Schema).prefixItems === undefined) found.push(`${place}[]`);
  const isRecord = typeof additionalProperties === 'object' && additionalProperties !== null;
  if (isRecord && (propertyNames as Schema | undefined)?.enum === undefined) found.push(`${place}{}`);
  for (const [name, value] of Object.entries(schema as Schema)) {
    if (name === 'properties') {
      for (const [member, inner] of Object.entries(value as Schema)) found.push(...unbounded(inner, `${place}.${member}`));
    } else if (name !== 'enum' && name !== 'const' && name !== 'propertyNames') found.push(...unbounded(value, place));
  }
  return found;
}

const walked = (schema: z.ZodType, place: string): readonly string[] =>
  unbounded(z.toJSONSchema(schema, { io: 'input', reused: 'inline' }), place);

describe('what a window may send', () => {
  test.each(intentSchema.options.map((option) => [option.shape.kind.value, option] as const))(
    '%s has a limit everywhere',
    (kind, option) => {
      expect(walked(option, kind)).toEqual([]);
    },
  );

  test.each(Object.entries(CALLS).filter(([name]) => name !== 'intent'))('the call %s has a limit everywhere', (name, schema) => {
    expect(walked(schema, name)).toEqual([]);
  });

  test('is found where it has none', () => {
    const loose = z.object({
      a: z.string(),
      b: z.array(z.string().max(3)),
      c: z.record(z.string().max(3), z.int()),
      d: z.union([z.null(), z.object({ e: z.string().regex(/^x*$/) })]),
      f: z.array(z.array(z.string())).max(2),
    });
    expect(walked(loose, 'x')).toEqual(['x.a', 'x.b[]', 'x.c{}', 'x.d|1.e', 'x.f[]', 'x.f']);
  });
});
