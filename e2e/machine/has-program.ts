import fs from 'node:fs';
import path from 'node:path';

/** Whether a program of that name is in a folder of PATH, or in one of `moreDirs`. */
export function hasProgram(program: string, moreDirs: readonly string[] = []): boolean {
  const dirs = [...(process.env['PATH'] ?? '').split(path.delimiter), ...moreDirs];
  return dirs.some((dir) => fs.existsSync(path.join(dir, program)));
}
