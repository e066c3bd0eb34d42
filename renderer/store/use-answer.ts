import { useEffect, useState } from 'react';
import type { CallArgs, CallName, CallResults } from '../../src/contract/index.ts';
import { bridge } from './bridge.ts';

/** What the core last answered. */
export interface Answered<Value> {
  readonly value: Value;
  /** To these very arguments; false: to earlier ones, and the new answer is on its way. */
  readonly fresh: boolean;
}

/** Asks the core, and again whenever the arguments or `again` change; null until it has answered. `args` null: not asked. */
export function useAnswer<Name extends CallName>(
  name: Name,
  args: CallArgs<Name> | null,
  again: unknown,
): Answered<CallResults[Name]> | null {
  const asked = args === null ? null : JSON.stringify(args);
  const [held, setHeld] = useState<{ readonly asked: string; readonly value: CallResults[Name] } | null>(null);
  useEffect(() => {
    if (asked === null) return undefined;
    let current = true;
    const ask = async () => {
      const value = await bridge().call(name, ...(JSON.parse(asked) as CallArgs<Name>));
      if (current) setHeld({ asked, value });
    };
    void ask();
    return () => {
      current = false;
    };
  }, [name, asked, again]);
  return held === null || asked === null ? null : { value: held.value, fresh: held.asked === asked };
}
