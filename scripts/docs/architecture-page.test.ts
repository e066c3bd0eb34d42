import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MOST_MODULES } from '../payment-way/way.ts';
import { draw, withDrawn } from './architecture-page.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const { parts, way } = draw();

describe('ARCHITECTURE.md', () => {
  it('shows rooms, arrows and the way of one payment as the tree has them; if not: npm run docs', () => {
    const page = fs.readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8');
    expect(page).toBe(withDrawn(page, parts));
  });

  it('has a place for each part that is drawn', () => {
    expect(withDrawn('a\n<!-- drawn: x -->\nold\n<!-- end of x -->\nb', { x: 'new' })).toBe(
      'a\n<!-- drawn: x -->\nnew\n<!-- end of x -->\nb',
    );
    expect(() => withDrawn('a', { x: 'new' })).toThrow('no place');
  });
});

describe('the way of one payment', () => {
  it('goes through no more modules of the core than it did', () => {
    const modules = way.flatMap(({ files }) => files);
    expect(modules).toContain('src/payment/step-paid.ts');
    expect(modules.length).toBeLessThanOrEqual(MOST_MODULES);
  });
});
