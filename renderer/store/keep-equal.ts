type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keepEqualList(old: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const kept = next.map((value, index) => keepEqualValue(old[index], value));
  return old.length === next.length && kept.every((value, index) => value === old[index]) ? old : kept;
}

function keepEqualTree(old: Tree, next: Tree): Tree {
  const keys = Object.keys(next);
  const kept = Object.fromEntries(keys.map((key) => [key, keepEqualValue(old[key], next[key])]));
  return Object.keys(old).length === keys.length && keys.every((key) => key in old && kept[key] === old[key]) ? old : kept;
}

function keepEqualValue(old: unknown, next: unknown): unknown {
  if (Object.is(old, next)) return old;
  if (Array.isArray(old) && Array.isArray(next)) return keepEqualList(old, next);
  return isTree(old) && isTree(next) ? keepEqualTree(old, next) : next;
}

/**
 * `next`, built from the parts of `old` that are equal to it. Snapshots arrive as fresh copies; this way what did not
 * change is the same object, and what draws it does not draw again. Plain data only (what crosses between windows).
 */
export function keepEqual<T>(old: T | null, next: T): T {
  return keepEqualValue(old, next) as T;
}
