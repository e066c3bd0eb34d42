import { useEffect, useState } from 'react';

/** What is shown in whole minutes need not be looked at more often. Milliseconds. */
const LOOK_MS = 5_000;

/** The time of day as `Date.now()`, for durations that only a person reads (PF-27). */
export function useWallClock(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}
