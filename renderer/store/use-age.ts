import { useEffect, useState } from 'react';
import { useSnapshotState } from './snapshot-store.ts';

/** `performance.now()`, looked at every `everyMs` while the component is on screen. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(performance.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}

/** An age of the snapshot in ms, counted on from its arrival by the monotonic clock (PF-27); null stays null. */
export function useAge(ageMs: number | null, everyMs = 250): number | null {
  const arrivedAt = useSnapshotState((state) => state.arrivedAt);
  const now = useNow(everyMs);
  return ageMs === null ? null : ageMs + Math.max(0, now - arrivedAt);
}

/** Milliseconds left of a wait that the snapshot began; never below zero. */
export function useLeft(leftMs: number | null): number | null {
  const arrivedAt = useSnapshotState((state) => state.arrivedAt);
  const now = useNow(250);
  return leftMs === null ? null : Math.max(0, leftMs - Math.max(0, now - arrivedAt));
}
