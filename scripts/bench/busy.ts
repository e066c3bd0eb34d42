/** Neighbours that never rest: processes of their own that use all the machine gives them. */
import { spawn } from 'node:child_process';

/** @returns a function that ends them */
export function startBusyNeighbours(count: number): () => void {
  const children = Array.from({ length: count }, () => spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }));
  const end = (): void => {
    process.off('exit', end);
    for (const child of children) child.kill('SIGKILL');
  };
  process.once('exit', end);
  return end;
}
