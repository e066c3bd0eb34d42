import { useEffect } from 'react';
import type { PrintPage } from '../../../src/contract/index.ts';
import { ClosePaper, ReceiptPaper, Sticker } from '../../ui/paper/index.ts';

export interface PrintSheetProps {
  readonly page: PrintPage;
  /** It is in the document; fonts may still be on their way. */
  readonly onDrawn: () => void;
}

/** One page at the width of its paper; the roll's margins are the few millimetres no head can print on. */
export function PrintSheet({ page, onDrawn }: PrintSheetProps) {
  useEffect(onDrawn, [onDrawn]);
  if (page.kind === 'sticker') {
    return (
      <main className="sheet sheet--A4">
        <Sticker seqrId={page.seqrId} register={page.register} shop={page.shop} language={page.language} />
      </main>
    );
  }
  return (
    <main className={`sheet sheet--${page.paper}`}>
      {page.kind === 'close' ? (
        <ClosePaper close={page.close} paper={page.paper} />
      ) : (
        <ReceiptPaper receipt={page.receipt} copy={page.copy} paper={page.paper} medium="print" />
      )}
    </main>
  );
}
