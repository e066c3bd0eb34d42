import { section } from '../section.ts';

/** The till's own machine: printer, disk, clock, files, and the health checks (PF-11). */
export const machineProblems = section(
  {
    print: {
      'no-printer': 'No printer is chosen, so nothing was printed. The receipt is safe in the journal. Choose a printer under Settings.',
      failed:
        'The receipt did not print ({{detail}}). The payment stands and the receipt is in the journal. Look at the printer, then print again.',
      'no-cups':
        'This computer lacks a program that printing needs (lp, a part of CUPS), so nothing was printed. The payment stands and the receipt is in the journal. Install CUPS (on Debian the package cups-client), then print again.',
      offline:
        'The printer does not answer. The payment stands and the receipt is in the journal. Check its power and cable, then print again.',
      stopped:
        'The computer has stopped this printer, so nothing was printed. The payment stands and the receipt is in the journal. Start it again in the computer’s printer settings, then print again.',
      'paper-out':
        'The printer is out of paper. The payment stands and the receipt is in the journal. Put in a new roll, then print again.',
      'one-copy': 'The one copy of this receipt has been printed. Nothing was printed now. It can still be shown here and saved as a PDF.',
      unsure: 'Kassa stopped while the receipt was printing. The payment stands. Look whether the paper came out, then say so.',
      'not-found': 'There is no receipt with that number. Nothing was printed.',
      timeout:
        'The printer took too long. The payment stands and the receipt is in the journal. Look whether the paper came out before you print again.',
    },
    pdf: {
      failed: 'The PDF could not be saved. The receipt is safe in the journal. Choose another folder, then try again.',
      cancelled: 'Nothing was saved.',
    },
    secrets: {
      silent:
        'The keychain of this computer does not answer. Without it Kassa cannot ask SEQR, so an open payment is not being asked about, and no payment can be taken. Unlock the keychain if it asks for a password; Kassa goes on waiting.',
      unreadable:
        'The stored passwords cannot be opened on this computer. No money has moved. Set up the SEQR terminal again with its passwords.',
      locked:
        'The keychain of this computer is locked, so no payment can be taken. Nothing is lost. Unlock it, then check the connection again.',
      'not-saved': 'The passwords could not be stored. Nothing was changed. Check the disk, then try again.',
    },
    settings: {
      damaged:
        'The settings could not be read. They were set aside as a file and Kassa started with its own. Sales and receipts are not touched. Check the settings.',
      'not-saved': 'The settings could not be saved. Sales and receipts are not touched. Check the disk, then try again.',
    },
    journal: {
      damaged:
        'A part of the journal does not match what was written. Nothing was deleted; all other receipts can be read. Stop selling and call support.',
      'write-failed':
        'The journal could not be written. What the screen says about the payment still holds. Do not close Kassa; free space on the disk.',
    },
    catalogue: {
      damaged:
        'The products could not be read. They were set aside as a file and the sample products loaded. Sales and receipts are not touched.',
    },
    health: {
      registered: 'No terminal is registered with SEQR, so no payment can be taken. Register one under Settings, SEQR terminal.',
      password: 'SEQR does not accept this terminal\u2019s password, so no payment can be taken. Register the terminal again.',
      clock:
        'The clock of this computer is {{minutes}} minutes off. Payments work, but receipts would carry the wrong time. Set the clock.',
      disk: 'The disk is almost full. No payment is started when it cannot be recorded. Free some space.',
      printer: 'The printer does not answer. Payments work and receipts are kept in the journal. Check its power, cable and paper.',
      'no-printer': 'No printer is chosen. Payments work and receipts are kept in the journal. Choose one under Receipts and printer.',
      attempts:
        'The outcome of an earlier payment is not known yet. Do not take that payment again. Kassa keeps asking; it is on the unresolved list.',
      journal: 'A part of the journal does not match what was written. Nothing was deleted. Stop selling and call support.',
      unreachable: 'SEQR cannot be reached, so no payment can be taken. Check the network, then check again.',
    },
    'window-call-failed':
      'The screen could not reach the till’s core. Payments go on by themselves, but this was not done. Try again; if it stays so, start Kassa anew.',
    internal:
      'Something went wrong inside Kassa (code {{id}}). Look at the journal before you repeat anything with money. Read the code to support.',
  },
  {
    print: {
      'no-printer': 'Ingen skrivare är vald, så inget skrevs ut. Kvittot finns i journalen. Välj en skrivare under Inställningar.',
      failed: 'Kvittot skrevs inte ut ({{detail}}). Betalningen gäller och kvittot finns i journalen. Se till skrivaren och skriv ut igen.',
      'no-cups':
        'Datorn saknar ett program som utskrift kräver (lp, en del av CUPS), så inget skrevs ut. Betalningen gäller och kvittot finns i journalen. Installera CUPS (i Debian paketet cups-client) och skriv ut igen.',
      offline: 'Skrivaren svarar inte. Betalningen gäller och kvittot finns i journalen. Kontrollera ström och kabel och skriv ut igen.',
      stopped:
        'Datorn har stoppat skrivaren, så inget skrevs ut. Betalningen gäller och kvittot finns i journalen. Starta den igen i datorns skrivarinställningar och skriv ut igen.',
      'paper-out': 'Skrivaren har slut på papper. Betalningen gäller och kvittot finns i journalen. Sätt i en ny rulle och skriv ut igen.',
      'one-copy': 'Den enda kopian av kvittot är utskriven. Inget skrevs ut nu. Det går att visa här och spara som PDF.',
      unsure: 'Kassa stannade medan kvittot skrevs ut. Betalningen gäller. Se efter om papperet kom ut och svara sedan.',
      'not-found': 'Det finns inget kvitto med det numret. Inget skrevs ut.',
      timeout:
        'Skrivaren tog för lång tid. Betalningen gäller och kvittot finns i journalen. Se efter om papperet kom ut innan du skriver ut igen.',
    },
    pdf: {
      failed: 'PDF-filen kunde inte sparas. Kvittot finns i journalen. Välj en annan mapp och försök igen.',
      cancelled: 'Inget sparades.',
    },
    secrets: {
      silent:
        'Datorns nyckelring svarar inte. Utan den kan Kassa inte fråga SEQR, så en öppen betalning bevakas inte och ingen betalning kan tas emot. Lås upp nyckelringen om den ber om ett lösenord; Kassa väntar vidare.',
      unreadable:
        'De sparade lösenorden går inte att öppna på den här datorn. Inga pengar har flyttats. Installera SEQR-terminalen igen med sina lösenord.',
      locked:
        'Datorns nyckelring är låst, så ingen betalning kan tas emot. Inget har gått förlorat. Lås upp den och kontrollera sedan anslutningen igen.',
      'not-saved': 'Lösenorden kunde inte sparas. Inget ändrades. Kontrollera disken och försök igen.',
    },
    settings: {
      damaged:
        'Inställningarna gick inte att läsa. De lades åt sidan som en fil och Kassa startade med sina egna. Köp och kvitton är orörda. Gå igenom inställningarna.',
      'not-saved': 'Inställningarna kunde inte sparas. Köp och kvitton är orörda. Kontrollera disken och försök igen.',
    },
    journal: {
      damaged:
        'En del av journalen stämmer inte med det som skrevs. Inget är raderat; alla andra kvitton går att läsa. Sluta sälja och ring supporten.',
      'write-failed': 'Journalen kunde inte skrivas. Det skärmen säger om betalningen gäller. Stäng inte Kassa; frigör utrymme på disken.',
    },
    catalogue: {
      damaged: 'Varorna gick inte att läsa. De lades åt sidan som en fil och exempelvarorna lästes in. Köp och kvitton är orörda.',
    },
    health: {
      registered:
        'Ingen terminal är registrerad hos SEQR, så ingen betalning kan tas emot. Registrera en under Inställningar, SEQR-terminal.',
      password: 'SEQR godtar inte terminalens lösenord, så ingen betalning kan tas emot. Registrera terminalen på nytt.',
      clock: 'Datorns klocka går {{minutes}} minuter fel. Betalningar fungerar, men kvitton får fel tid. Ställ klockan.',
      disk: 'Disken är nästan full. Ingen betalning börjar om den inte kan sparas. Frigör utrymme.',
      printer: 'Skrivaren svarar inte. Betalningar fungerar och kvitton sparas i journalen. Kontrollera ström, kabel och papper.',
      'no-printer': 'Ingen skrivare är vald. Betalningar fungerar och kvitton sparas i journalen. Välj en under Kvitton och skrivare.',
      attempts:
        'Utgången av en tidigare betalning är inte känd än. Ta inte den betalningen igen. Kassa frågar vidare; den står på listan över ouppklarat.',
      journal: 'En del av journalen stämmer inte med det som skrevs. Inget är raderat. Sluta sälja och ring supporten.',
      unreachable: 'SEQR går inte att nå, så ingen betalning kan tas emot. Kontrollera nätet och kontrollera sedan igen.',
    },
    'window-call-failed':
      'Skärmen nådde inte kassans kärna. Betalningar går vidare av sig själva, men det här gjordes inte. Försök igen; starta om Kassa om det inte hjälper.',
    internal:
      'Något gick fel inne i Kassa (kod {{id}}). Titta i journalen innan du upprepar något med pengar. Läs upp koden för supporten.',
  },
);
