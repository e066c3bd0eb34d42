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
      'under-way': 'A paper or a PDF of this receipt is on its way already. Nothing more was made. Wait until it has come, then try again.',
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
        'The stored passwords cannot be opened on this computer, so Kassa cannot ask SEQR about a payment that is still open. Do not hand over its goods, and do not take it again. Set up the SEQR terminal again with its passwords.',
      locked:
        'The keychain of this computer is locked, so no payment can be taken. Nothing is lost. Unlock it, then check the connection again.',
      'not-saved': 'The passwords could not be stored. Nothing was changed. Check the disk, then try again.',
    },
    settings: {
      damaged:
        'A part of the settings could not be read, and Kassa goes on with its own in its place. The damaged file is kept beside them. Sales and receipts are not touched. Check the settings.',
      missing:
        'There are no settings, but there is a journal with sales. Nothing in it is lost, and payments that had not ended are shown. Kassa cannot ask SEQR about them without the terminal’s password. Put the settings back from a copy, or set the till up again.',
      'mode-found':
        'The settings do not fit the journal that lies beside them. Kassa goes on with the journal and asks SEQR about its open payments. Sales and receipts are not touched. Check the settings.',
      'live-open':
        'The journal of the real service has payments that have not ended, and this till is practising. Leave practice to see them; do not take that money again.',
      'not-saved': 'The settings could not be saved. Sales and receipts are not touched. Check the disk, then try again.',
    },
    journal: {
      damaged:
        'A part of the journal does not match what was written. Nothing was deleted; all other receipts can be read. Stop selling and call support.',
      full: 'The disk is full, so nothing new can be recorded. What the screen says about a payment still holds, and SEQR goes on being asked about it. Do not close Kassa; free some space.',
      'read-only':
        'The disk may only be read, so nothing new can be recorded. What the screen says about a payment still holds, and SEQR goes on being asked about it. Do not close Kassa; make its folder writable, or call support.',
      locked:
        'Another program holds the journal, so nothing new can be recorded. What the screen says about a payment still holds, and SEQR goes on being asked about it. Do not close Kassa; end that program, such as a backup or a second Kassa.',
      failing:
        'The disk reports errors, so nothing new can be recorded. What the screen says about a payment still holds, and SEQR goes on being asked about it. Do not close Kassa; look whether the disk is connected, and call support.',
      changed:
        'Another program has written in the journal, so this Kassa can record nothing more in it. What the screen says about a payment still holds, and SEQR goes on being asked about it. See that no other Kassa runs on these files, then close this one and start it again.',
      'write-failed':
        'Nothing new can be recorded: the journal could not be written. What the screen says about a payment still holds, and SEQR goes on being asked about it. Do not close Kassa; look at its disk and its folder, or call support.',
      'unknown-state':
        'The journal has a payment, a refund or a close in a state that this Kassa does not know, probably from a newer one. Nothing is lost: Kassa asks SEQR about the payment and lists what stays unknown. Do not take that money again, and update Kassa.',
      'old-form':
        'The disk has no room for a copy of the journal, so Kassa goes on with it in its old form. Everything works and nothing is lost. Free some space; Kassa tries again at the next start.',
      'form-kept':
        'The journal could not be brought to its new form ({{detail}}), so Kassa goes on with the old one. Everything works and nothing is lost. Read this to support; Kassa tries again at the next start.',
    },
    storage: {
      newer:
        'The file {{file}} was written by a newer Kassa (form {{found}}; this one knows {{known}}). It was not touched, and nothing was done. Start the newer Kassa, or install the newest.',
    },
    simulator: {
      newer:
        'The practice service cannot start: its file {{file}} was written by a newer Kassa (form {{found}}; this one knows {{known}}). It was not touched. Start the newer Kassa, or install the newest.',
    },
    catalogue: {
      newer:
        'The products were written by a newer Kassa ({{file}}, form {{found}}; this one knows {{known}}), so none is shown here. They were not touched, and amounts can still be typed. Start the newer Kassa, or install the newest.',
      damaged:
        'The products could not be read. They were set aside as a file and the sample products loaded. Sales and receipts are not touched.',
      unreadable:
        'The products cannot be read ({{detail}}), so none is shown here. The file was not touched, and amounts can still be typed. Look at the disk, then start Kassa again.',
    },
    health: {
      registered: 'No terminal is registered with SEQR, so no payment can be taken. Register one under Settings, SEQR terminal.',
      password: 'SEQR does not accept this terminal\u2019s password, so no payment can be taken. Register the terminal again.',
      clock:
        'The clock of this computer is {{minutes}} minutes off. Payments work, but receipts would carry the wrong time. Set the clock.',
      'clock-set-back':
        'The clock of this computer was set back by {{minutes}} minutes. Payments work, but receipts may carry times that come again. Check that the clock is right.',
      'clock-behind':
        'The clock of this computer is behind the time of receipt {{number}}. Payments work, but the next receipt would be dated before it. Set the clock.',
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
      'under-way': 'Ett papper eller en PDF av kvittot är redan på väg. Inget mer skapades. Vänta tills det har kommit och försök igen.',
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
        'De sparade lösenorden går inte att öppna på den här datorn, så Kassa kan inte fråga SEQR om en betalning som ännu är öppen. Lämna inte ut dess varor och ta inte betalt igen. Installera SEQR-terminalen igen med sina lösenord.',
      locked:
        'Datorns nyckelring är låst, så ingen betalning kan tas emot. Inget har gått förlorat. Lås upp den och kontrollera sedan anslutningen igen.',
      'not-saved': 'Lösenorden kunde inte sparas. Inget ändrades. Kontrollera disken och försök igen.',
    },
    settings: {
      damaged:
        'En del av inställningarna gick inte att läsa, och Kassa fortsätter med sina egna i stället. Den skadade filen finns kvar bredvid. Köp och kvitton är orörda. Gå igenom inställningarna.',
      missing:
        'Det finns inga inställningar, men en journal med köp. Inget i den har gått förlorat, och betalningar som inte var avslutade visas. Kassa kan inte fråga SEQR om dem utan terminalens lösenord. Lägg tillbaka inställningarna från en kopia, eller installera kassan på nytt.',
      'mode-found':
        'Inställningarna passar inte till journalen som ligger bredvid. Kassa fortsätter med journalen och frågar SEQR om dess öppna betalningar. Köp och kvitton är orörda. Gå igenom inställningarna.',
      'live-open':
        'Journalen för den riktiga tjänsten har betalningar som inte är avslutade, och den här kassan övar. Lämna övningen för att se dem; ta inte de pengarna igen.',
      'not-saved': 'Inställningarna kunde inte sparas. Köp och kvitton är orörda. Kontrollera disken och försök igen.',
    },
    journal: {
      damaged:
        'En del av journalen stämmer inte med det som skrevs. Inget är raderat; alla andra kvitton går att läsa. Sluta sälja och ring supporten.',
      full: 'Disken är full, så inget nytt kan antecknas. Det skärmen säger om en betalning gäller, och SEQR tillfrågas vidare om den. Stäng inte Kassa; frigör utrymme.',
      'read-only':
        'Disken går bara att läsa, så inget nytt kan antecknas. Det skärmen säger om en betalning gäller, och SEQR tillfrågas vidare om den. Stäng inte Kassa; gör dess mapp skrivbar eller ring supporten.',
      locked:
        'Ett annat program håller journalen, så inget nytt kan antecknas. Det skärmen säger om en betalning gäller, och SEQR tillfrågas vidare om den. Stäng inte Kassa; avsluta det programmet, till exempel en säkerhetskopiering eller en andra Kassa.',
      failing:
        'Disken ger fel, så inget nytt kan antecknas. Det skärmen säger om en betalning gäller, och SEQR tillfrågas vidare om den. Stäng inte Kassa; se efter om disken är ansluten och ring supporten.',
      changed:
        'Ett annat program har skrivit i journalen, så den här Kassa kan inte anteckna något mer i den. Det skärmen säger om en betalning gäller, och SEQR tillfrågas vidare om den. Se till att ingen annan Kassa arbetar med filerna, stäng sedan den här och starta den igen.',
      'write-failed':
        'Inget nytt kan antecknas: journalen kunde inte skrivas. Det skärmen säger om en betalning gäller, och SEQR tillfrågas vidare om den. Stäng inte Kassa; titta på dess disk och mapp eller ring supporten.',
      'unknown-state':
        'I journalen finns en betalning, en återbetalning eller ett dagsavslut i ett läge som den här Kassa inte känner till, troligen från en nyare. Inget har gått förlorat: Kassa frågar SEQR om betalningen och listar det som förblir okänt. Ta inte de pengarna igen, och uppdatera Kassa.',
      'old-form':
        'Disken har inte plats för en kopia av journalen, så Kassa fortsätter med den i dess gamla form. Allt fungerar och inget har gått förlorat. Frigör utrymme; Kassa försöker igen vid nästa start.',
      'form-kept':
        'Journalen kunde inte få sin nya form ({{detail}}), så Kassa fortsätter med den gamla. Allt fungerar och inget har gått förlorat. Läs upp detta för supporten; Kassa försöker igen vid nästa start.',
    },
    storage: {
      newer:
        'Filen {{file}} är skriven av en nyare Kassa (form {{found}}; den här känner till {{known}}). Den är orörd, och inget gjordes. Starta den nyare Kassa, eller installera den nyaste.',
    },
    simulator: {
      newer:
        'Övningstjänsten kan inte starta: dess fil {{file}} är skriven av en nyare Kassa (form {{found}}; den här känner till {{known}}). Den är orörd. Starta den nyare Kassa, eller installera den nyaste.',
    },
    catalogue: {
      newer:
        'Varorna är skrivna av en nyare Kassa ({{file}}, form {{found}}; den här känner till {{known}}), så inga visas här. De är orörda, och belopp kan fortfarande knappas in. Starta den nyare Kassa, eller installera den nyaste.',
      damaged: 'Varorna gick inte att läsa. De lades åt sidan som en fil och exempelvarorna lästes in. Köp och kvitton är orörda.',
      unreadable:
        'Varorna går inte att läsa ({{detail}}), så inga visas här. Filen är orörd, och belopp kan fortfarande knappas in. Titta på disken och starta Kassa igen.',
    },
    health: {
      registered:
        'Ingen terminal är registrerad hos SEQR, så ingen betalning kan tas emot. Registrera en under Inställningar, SEQR-terminal.',
      password: 'SEQR godtar inte terminalens lösenord, så ingen betalning kan tas emot. Registrera terminalen på nytt.',
      clock: 'Datorns klocka går {{minutes}} minuter fel. Betalningar fungerar, men kvitton får fel tid. Ställ klockan.',
      'clock-set-back':
        'Datorns klocka ställdes tillbaka {{minutes}} minuter. Betalningar fungerar, men samma tid kan komma igen på kvitton. Kontrollera att klockan går rätt.',
      'clock-behind':
        'Datorns klocka visar en tid före kvitto {{number}}. Betalningar fungerar, men nästa kvitto skulle dateras före det. Ställ klockan.',
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
