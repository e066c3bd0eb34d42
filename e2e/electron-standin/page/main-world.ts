/** Runs in a page's own world before any of its scripts. Sent to the page as source text. */
import type { MakeEnd } from './bridge-end.ts';

/** @param makeEnd passed in because this function arrives in the page alone */
export function mainWorld(toPreload: string, toPage: string, makeEnd: MakeEnd): void {
  // Electron runs preloads in the window's main frame only.
  if (window !== window.top) return;

  function deepFreeze(value: unknown): unknown {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value;
    if (ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
    return value;
  }

  /** `exposeInMainWorld`, called by the preload's end. */
  function define(key: unknown, api: unknown): void {
    const name = String(key);
    if (Object.hasOwn(window, name)) {
      throw new Error(`Cannot bind an API on top of an existing property on the window object`);
    }
    Object.defineProperty(window, name, { value: deepFreeze(api), enumerable: true });
  }

  const { call } = makeEnd(toPreload, toPage, define);

  // In Electron both are the main process's decision; without these Chromium would decide itself.
  window.close = () => {
    call(0, ['close']);
  };
  window.open = (url, target, features) => {
    const resolved = url === undefined || url === '' ? 'about:blank' : new URL(String(url), document.baseURI).href;
    call(0, ['open', resolved, target ?? '', features ?? '']);
    return null;
  };
}
