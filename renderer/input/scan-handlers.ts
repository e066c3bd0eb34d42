import { useEffect, useRef } from 'react';

/** Takes a whole scanned code. */
export type ScanHandler = (code: string) => void;

interface Registered {
  current: ScanHandler;
}

const stack: Registered[] = [];

/** Hands a code to the topmost screen or field that takes scans; false if there is none. */
export function handScan(code: string): boolean {
  const top = stack.at(-1);
  top?.current(code);
  return top !== undefined;
}

/**
 * While the component is mounted, scans come to `handler`; the one mounted last wins, so a dialog takes them from the
 * screen under it. `enabled` false: they go to the one below.
 */
export function useScanHandler(handler: ScanHandler, enabled = true): void {
  const registered = useRef<ScanHandler>(handler);
  useEffect(() => {
    registered.current = handler;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    stack.push(registered);
    return () => {
      stack.splice(stack.indexOf(registered), 1);
    };
  }, [enabled]);
}
