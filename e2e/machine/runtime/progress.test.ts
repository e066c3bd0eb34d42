import { describe, expect, it } from 'vitest';
import { progressLine, showProgress } from './progress.ts';

function watch(isTTY: boolean, at: { ms: number }) {
  const written: string[] = [];
  return { written, show: showProgress('Electron', { isTTY, write: (text) => written.push(text) }, () => at.ms) };
}

describe('the progress of a download', () => {
  it('says how much of how much', () => {
    expect(progressLine('Electron', { transferred: 34_500_000, total: 118_000_000 })).toBe('Electron: 34 of 118 MB (29 %)');
    expect(progressLine('Electron', { transferred: 34_500_000, total: null })).toBe('Electron: 34 MB');
  });

  it('is a line for every tenth in a log', () => {
    const { written, show } = watch(false, { ms: 0 });
    for (let percent = 0; percent <= 100; percent += 1) show({ transferred: percent * 1_000_000, total: 100_000_000 });
    expect(written).toHaveLength(10);
    expect(written.at(-1)).toBe('Electron: 100 of 100 MB (100 %)\n');
  });

  it('is one line on a terminal, drawn twice a second and when all is there', () => {
    const at = { ms: 1_000 };
    const { written, show } = watch(true, at);
    show({ transferred: 1_000_000, total: 3_000_000 });
    at.ms += 100;
    show({ transferred: 2_000_000, total: 3_000_000 });
    at.ms += 100;
    show({ transferred: 3_000_000, total: 3_000_000 });
    expect(written).toEqual(['\r\x1b[KElectron: 1 of 3 MB (33 %)', '\r\x1b[KElectron: 3 of 3 MB (100 %)\n']);
  });
});
