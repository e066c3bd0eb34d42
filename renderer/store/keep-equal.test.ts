import { describe, expect, it } from 'vitest';
import { keepEqual } from './keep-equal.ts';

describe('keepEqual', () => {
  it('gives back the old object if nothing changed', () => {
    const old = { a: [1, { b: 2 }], c: null };
    expect(keepEqual(old, structuredClone(old))).toBe(old);
  });

  it('keeps the parts that did not change, and takes what did', () => {
    const old = { rows: [{ id: 1 }, { id: 2 }], shop: { name: 'A' } };
    const next = keepEqual(old, { rows: [{ id: 1 }, { id: 3 }], shop: { name: 'A' } });
    expect(next).toEqual({ rows: [{ id: 1 }, { id: 3 }], shop: { name: 'A' } });
    expect(next.rows[0]).toBe(old.rows[0]);
    expect(next.shop).toBe(old.shop);
    expect(next.rows).not.toBe(old.rows);
  });

  it('sees a key that went, one that came, and a shorter list', () => {
    expect(keepEqual<object>({ a: 1, b: undefined }, { a: 1 })).toEqual({ a: 1 });
    expect(Object.keys(keepEqual<object>({ a: 1, b: undefined }, { a: 1 }))).toEqual(['a']);
    expect(keepEqual<object>({ a: 1 }, { a: 1, b: undefined })).toHaveProperty('b');
    expect(keepEqual([1, 2, 3], [1, 2])).toEqual([1, 2]);
    expect(keepEqual<unknown>({ a: null }, { a: {} })).toEqual({ a: {} });
  });

  it('takes the first snapshot as it is', () => {
    const next = { a: 1 };
    expect(keepEqual(null, next)).toBe(next);
  });
});
