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
      dayMarking: 'SEQR is ending the day just now. Close Kassa all the same?',
      dayMarkingWhat:
        'If no answer has come by then, this period counts as lost: its sales are listed, and cannot be compared with SEQR’s report. It takes a few seconds at most.',
      terminalChanging: 'The SEQR terminal is being changed. Close Kassa all the same?',
      terminalChangingWhat:
        'If no answer has come by then, nobody knows what SEQR has made of it, and the set-up may have to begin anew. It takes a few seconds at most.',
      printing: 'A receipt is being printed. Close Kassa all the same?',
      printingWhat: 'Kassa asks at the next start whether it was printed.',
      stay: 'Stay',
      close: 'Close Kassa',
    },
    start: {
      failed: 'Kassa could not start',
      failedWhat:
        '{{reason}} ({{detail}})\n\nPayments may be open, and nobody asks SEQR about them until Kassa runs: do not hand over their goods, and do not take them again. Start Kassa again as soon as this is mended. The log in {{folder}} has more; call support before you take payments another way.',
      full: 'The disk is full. Free some space.',
      readOnly: 'A file or folder may not be read or written. Look at its permissions, and whether the disk is read-only.',
      locked: 'Another program holds a file of Kassa. End that program, such as a backup or a second Kassa.',
      failing: 'The disk reports errors, or is not connected.',
      damaged: 'A file cannot be read as what it should be.',
      inTheWay: 'Something else lies in the place of a folder of Kassa. Move it away.',
      other: 'Something went wrong while Kassa was starting.',
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
      dayMarking: 'SEQR avslutar dagen just nu. Stänga Kassa ändå?',
      dayMarkingWhat:
        'Har inget svar kommit då, räknas perioden som förlorad: dess köp listas och kan inte jämföras med SEQR:s rapport. Det tar högst några sekunder.',
      terminalChanging: 'SEQR-terminalen ändras just nu. Stänga Kassa ändå?',
      terminalChangingWhat:
        'Har inget svar kommit då, vet ingen vad SEQR har gjort, och installationen kan behöva göras om. Det tar högst några sekunder.',
      printing: 'Ett kvitto skrivs ut. Stänga Kassa ändå?',
      printingWhat: 'Kassa frågar vid nästa start om det kom ut.',
      stay: 'Stanna kvar',
      close: 'Stäng Kassa',
    },
    start: {
      failed: 'Kassa kunde inte starta',
      failedWhat:
        '{{reason}} ({{detail}})\n\nBetalningar kan vara öppna, och ingen frågar SEQR om dem förrän Kassa går igång: lämna inte ut deras varor och ta inte betalt för dem igen. Starta Kassa igen så snart felet är avhjälpt. Loggen i {{folder}} säger mer; ring supporten innan du tar betalt på annat sätt.',
      full: 'Disken är full. Frigör utrymme.',
      readOnly: 'En fil eller mapp får inte läsas eller skrivas. Titta på dess rättigheter, och om disken är skrivskyddad.',
      locked: 'Ett annat program håller en av Kassas filer. Avsluta det, till exempel en säkerhetskopiering eller en andra Kassa.',
      failing: 'Disken ger fel, eller är inte ansluten.',
      damaged: 'En fil går inte att läsa som det den ska vara.',
      inTheWay: 'Något annat ligger på platsen för en av Kassas mappar. Flytta bort det.',
      other: 'Något gick fel när Kassa startade.',
      newer: 'Den här Kassa är för gammal för sina filer',
      newerWhat:
        'Filen {{file}} i {{folder}} är skriven av en nyare Kassa (form {{found}}; den här känner till {{known}}). Den är orörd.\n\nStarta den nyare Kassa, eller installera den nyaste. Till dess frågar ingen SEQR om en betalning som ännu är öppen: lämna inte ut dess varor och ta inte betalt igen.',
    },
  },
);
