import type { KassaBridge } from '../../src/contract/index.ts';

declare global {
  interface Window {
    /** Put here by the preload; the only way out of this window. */
    readonly kassa: KassaBridge;
  }
}

/** Asked for at each call, so that a test may put its own in place. */
export function bridge(): KassaBridge {
  return window.kassa;
}
