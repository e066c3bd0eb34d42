import { expect, it } from 'vitest';
import { z } from 'zod';
import { proved } from './proved.ts';

interface Line {
  readonly kind: 'a' | 'b';
  readonly amounts: readonly number[];
  readonly note?: string;
}
type Union = { readonly kind: 'one'; readonly text: string } | ({ readonly kind: 'two' } & { readonly line: Line | null });

const line = { kind: z.enum(['a', 'b']), amounts: z.array(z.number()), note: z.string().optional() };

/* What must not compile is the test here: a line below that did would be an unused directive, and that an error. */
it('a schema that says the same as its type is taken, and any other does not compile', () => {
  expect(proved<Line>()(z.object(line)).parse({ kind: 'a', amounts: [1] })).toEqual({ kind: 'a', amounts: [1] });
  const union = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('one'), text: z.string() }),
    z.object({ kind: z.literal('two'), line: z.object(line).nullable() }),
  ]);
  expect(proved<Union>()(union).parse({ kind: 'two', line: null })).toEqual({ kind: 'two', line: null });

  const withoutNote = { kind: line.kind, amounts: line.amounts };
  const different = [
    // @ts-expect-error -- an optional member is missing
    proved<Line>()(z.object(withoutNote)),
    // @ts-expect-error -- a member that the type does not have
    proved<Line>()(z.object({ ...line, more: z.string().optional() })),
    // @ts-expect-error -- a member that may be missing in the type must not be needed
    proved<Line>()(z.object({ ...line, note: z.string() })),
    // @ts-expect-error -- one word fewer
    proved<Line>()(z.object({ ...line, kind: z.enum(['a']) })),
    // @ts-expect-error -- one word more
    proved<Line>()(z.object({ ...line, kind: z.enum(['a', 'b', 'c']) })),
    // @ts-expect-error -- another type deep inside
    proved<Line>()(z.object({ ...line, amounts: z.array(z.string()) })),
    // @ts-expect-error -- one state fewer
    proved<Union>()(z.object({ kind: z.literal('one'), text: z.string() })),
    // @ts-expect-error -- null where the type has none
    proved<Line>()(z.object({ ...line, note: z.string().nullable().optional() })),
  ];
  expect(different).toHaveLength(8);
});
