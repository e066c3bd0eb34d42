import { useEffect, useState } from 'react';
import type { CloseDocument, CloseRow } from '../../../../src/contract/index.ts';
import { bridge } from '../../../store/bridge.ts';
import { useSnapshot } from '../../../store/snapshot-store.ts';

/** The closes that are done, newest first; null until they are here. Asked again when another one is done. */
export function useCloses(): readonly CloseRow[] | null {
  const lastNumber = useSnapshot((snapshot) => snapshot.day.lastNumber);
  const [rows, setRows] = useState<readonly CloseRow[] | null>(null);
  useEffect(() => {
    let current = true;
    void bridge()
      .call('closes')
      .then((answer) => {
        if (current) setRows(answer);
      });
    return () => {
      current = false;
    };
  }, [lastNumber]);
  return rows;
}

/** One close as it was kept, with what can still be done about it. `missing`: there is none of that number. */
export function useClose(number: number): CloseDocument | 'loading' | 'missing' {
  const revision = useSnapshot((snapshot) => snapshot.day.revision);
  const unresolved = useSnapshot((snapshot) => snapshot.unresolved.length);
  // Other ones as soon as a supervisor has closed some of them.
  const lines = useSnapshot((snapshot) => snapshot.day.lines);
  const [held, setHeld] = useState<{ readonly number: number; readonly document: CloseDocument | null } | null>(null);
  useEffect(() => {
    let current = true;
    void bridge()
      .call('close', number)
      .then((document) => {
        if (current) setHeld({ number, document });
      });
    return () => {
      current = false;
    };
  }, [number, revision, unresolved, lines]);
  return held?.number !== number ? 'loading' : (held.document ?? 'missing');
}
