import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const WORKFLOWS = path.join(import.meta.dirname, '..', '.github', 'workflows');

it('every action is named by its commit, with its version beside it: a tag can be moved', () => {
  const used = fs.readdirSync(WORKFLOWS).flatMap((name) => {
    const text = fs.readFileSync(path.join(WORKFLOWS, name), 'utf8');
    return [...text.matchAll(/uses: (.+)$/gm)].map((found) => found[1] ?? '');
  });
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
});
