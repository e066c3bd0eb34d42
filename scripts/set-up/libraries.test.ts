import { describe, expect, it } from 'vitest';
import { debianPackageOf, missingIn } from './libraries.ts';

const LISTED = `\tlinux-vdso.so.1 (0x00007ffd)
\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)
\tlibnss3.so => not found
\tlibgtk-3.so.0 => not found
\tlibasound.so.2 => not found
\tlibnss3.so => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
`;

describe('the shared libraries', () => {
  it('that are missing are those ldd did not find, each once', () => {
    expect(missingIn(LISTED)).toEqual(['libnss3.so', 'libgtk-3.so.0', 'libasound.so.2']);
    expect(missingIn('\tnot a dynamic executable\n')).toEqual([]);
  });

  it('are known by their Debian packages', () => {
    const names = [
      'libnss3.so',
      'libgtk-3.so.0',
      'libasound.so.2',
      'libatk-1.0.so.0',
      'libatk-bridge-2.0.so.0',
      'libglib-2.0.so.0',
      'libX11.so.6',
      'libdbus-1.so.3',
    ];
    expect(names.map(debianPackageOf)).toEqual([
      'libnss3',
      'libgtk-3-0',
      'libasound2',
      'libatk1.0-0',
      'libatk-bridge2.0-0',
      'libglib2.0-0',
      'libx11-6',
      'libdbus-1-3',
    ]);
    expect(debianPackageOf('libsomething.so.1')).toBeUndefined();
  });
});
