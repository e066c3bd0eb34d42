/** `nativeTheme`: the colour scheme pages see. */
import type { CdpSession } from './cdp.ts';
import { StrictEmitter } from './strict.ts';

type Source = Electron.NativeTheme['themeSource'];

const pages = new Set<CdpSession>();

class NativeTheme
  extends StrictEmitter
  implements Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>
{
  readonly apiName = 'nativeTheme';
  protected readonly knownEvents = ['updated'];
  readonly shouldUseHighContrastColors = false;
  private source: Source = 'system';

  get themeSource(): Source {
    return this.source;
  }
  set themeSource(source: Source) {
    if (source === this.source) return;
    this.source = source;
    for (const page of pages) emulate(page, source).catch(() => undefined);
    this.emit('updated', {});
  }
  /** The system's own theme is not asked for: it counts as light. */
  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }
}

export const nativeTheme = new NativeTheme();

async function emulate(page: CdpSession, source: Source): Promise<void> {
  const value = source === 'system' ? '' : source;
  await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
}

/** Shows a new page the theme there is, and later ones. */
export async function emulateTheme(page: CdpSession): Promise<void> {
  pages.add(page);
  if (nativeTheme.themeSource !== 'system') await emulate(page, nativeTheme.themeSource);
}

export function forgetTheme(page: CdpSession): void {
  pages.delete(page);
}
