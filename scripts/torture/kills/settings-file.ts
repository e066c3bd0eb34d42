/** The settings as a file, written whole or not at all, as the shell's store does it. */
import fs from 'node:fs';
import path from 'node:path';
import type { SettingsStore } from '../../../src/till/ports.ts';

export function openSettingsFile(file: string): SettingsStore {
  const beside = `${file}.part`;
  const load = (): unknown => (fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as unknown) : undefined);
  return {
    load,
    save(settings) {
      fs.writeFileSync(beside, JSON.stringify(settings), { mode: 0o600, flush: true });
      fs.renameSync(beside, file);
      synchronise(path.dirname(file));
    },
    keepCopy(version) {
      fs.copyFileSync(file, file.replace(/\.json$/, `.v${version}.json`));
      synchronise(path.dirname(file));
    },
    keepDamaged() {
      fs.copyFileSync(file, file.replace(/\.json$/, '.damaged.json'));
      synchronise(path.dirname(file));
    },
  };
}

/** Makes the names in a folder durable, where the system can. */
function synchronise(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}
