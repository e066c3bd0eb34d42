import { useEffect, useState } from 'react';

/** Today, as some moment of it by the clock of this machine; draws again when the next day has begun. */
export function useToday(): Date {
  const [today, setToday] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      const now = new Date();
      setToday((known) => (known.toDateString() === now.toDateString() ? known : now));
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return today;
}
