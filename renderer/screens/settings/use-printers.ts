import { useCallback, useEffect, useState } from 'react';
import type { PrinterInfo } from '../../../src/contract/index.ts';
import { bridge } from '../../store/index.ts';

/** The system's printers; null while it looks. */
export function usePrinters(): { readonly printers: readonly PrinterInfo[] | null; readonly lookAgain: () => void } {
  const [printers, setPrinters] = useState<readonly PrinterInfo[] | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    const look = async () => {
      const found = await bridge().call('printers');
      if (current) setPrinters(found);
    };
    void look();
    return () => {
      current = false;
    };
  }, [round]);
  const lookAgain = useCallback(() => {
    setPrinters(null);
    setRound((each) => each + 1);
  }, []);
  return { printers, lookAgain };
}
