import type { z } from 'zod';

/**
 * A type as JSON can tell it: every member written out, none of them readonly, and one that may be missing simply missing.
 * Two types that are the same in this are the same for what lies on disk.
 */
type Plain<Type> = Type extends string | number | boolean | null
  ? Type
  : Type extends readonly (infer Item)[]
    ? Plain<Item>[]
    : { -readonly [Key in keyof Type]: Plain<Exclude<Type[Key], undefined>> };

type Same<One, Other> =
  (<Any>(any: Any) => Any extends Plain<One> ? 1 : 2) extends <Any>(any: Any) => Any extends Plain<Other> ? 1 : 2 ? true : false;

/**
 * A schema of a stored body, proved by the compiler to describe exactly the type that the code uses: a member that one of
 * the two lacks, or has otherwise, does not compile. So neither can change without the other.
 */
export function proved<Body>() {
  return <Schema extends z.ZodType>(schema: Schema & (Same<z.infer<Schema>, Body> extends true ? unknown : never)): z.ZodType<Body> =>
    schema as unknown as z.ZodType<Body>;
}
