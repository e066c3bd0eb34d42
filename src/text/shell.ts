import { section } from './section.ts';

/** The few words that the system's own dialogs show: asked before Kassa closes, or told when it cannot start. */
export const shell = section(
  {
    quit: {
      paymentOpen: 'A payment is open. Close Kassa all the same?',
      paymentOpenWhat:
        'While Kassa is closed nobody asks SEQR about the payment, and SEQR returns it after 20 seconds. When Kassa starts again it asks what became of it.',
      refundOpen: 'Money is being sent back. Close Kassa all the same?',
      refundOpenWhat:
        'If no answer has come by then, it is unknown whether the money went back. It is never sent again by itself and stays on the unresolved list.',
      printing: 'A receipt is being printed. Close Kassa all the same?',
      printingWhat: 'Kassa asks at the next start whether it was printed.',
      stay: 'Stay',
      close: 'Close Kassa',
    },
    start: {
      failed: 'Kassa could not start',
      failedWhat: 'No money has moved. {{detail}}\n\nThe log in {{folder}} has more. Call support before you take payments another way.',
      newer: 'This Kassa is too old for its files',
      newerWhat:
        'The file {{file}} in {{folder}} was written by a newer Kassa (form {{found}}; this one knows {{known}}). It was not touched.\n\nStart the newer Kassa, or install the newest. Until then nobody asks SEQR about a payment that is still open: do not hand over its goods, and do not take it again.',
    },
  },
  {
    quit: {
      paymentOpen: 'En betalning pågår. Stänga Kassa ändå?',
      paymentOpenWhat:
        'Medan Kassa är stängd frågar ingen SEQR om betalningen, och SEQR återför den efter 20 sekunder. När Kassa startar igen frågar den vad som hände.',
      refundOpen: 'Pengar betalas tillbaka just nu. Stänga Kassa ändå?',
      refundOpenWhat:
        'Har inget svar kommit då, är det okänt om pengarna gick tillbaka. Det skickas aldrig om av sig självt och står kvar på listan över ouppklarat.',
      printing: 'Ett kvitto skrivs ut. Stänga Kassa ändå?',
      printingWhat: 'Kassa frågar vid nästa start om det kom ut.',
      stay: 'Stanna kvar',
      close: 'Stäng Kassa',
    },
    start: {
      failed: 'Kassa kunde inte starta',
      failedWhat:
        'Inga pengar har flyttats. {{detail}}\n\nLoggen i {{folder}} säger mer. Ring supporten innan du tar betalt på annat sätt.',
      newer: 'Den här Kassa är för gammal för sina filer',
      newerWhat:
        'Filen {{file}} i {{folder}} är skriven av en nyare Kassa (form {{found}}; den här känner till {{known}}). Den är orörd.\n\nStarta den nyare Kassa, eller installera den nyaste. Till dess frågar ingen SEQR om en betalning som ännu är öppen: lämna inte ut dess varor och ta inte betalt igen.',
    },
  },
);
