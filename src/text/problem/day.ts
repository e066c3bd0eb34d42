import { section } from '../section.ts';

/** The close of day and SEQR's reports. None of these has moved any money. */
export const dayProblems = section(
  {
    day: {
      'under-way': 'A close of day is under way. Nothing new was begun. Finish that one first.',
      marking: 'SEQR is ending the day just now, so no money may move. Nothing was sent. Try again in a few seconds.',
      'not-set-up': 'This till has no terminal at SEQR, or no reseller account. There is nothing to close. Finish the set-up first.',
      'payment-on-screen':
        'Payment {{id}} over {{amount}} is on the screen and not finished. Nothing was closed. Finish it or set it aside, then close the day.',
      'refund-under-way':
        'A refund or pay-out is on its way to SEQR. Nothing was closed. Wait until it has been answered, then close the day.',
      'password-missing': 'The reseller’s password is needed for this. Nothing was sent. Type it as SEQR gave it.',
      'password-locked':
        'The keychain of this computer is locked, so the kept password cannot be opened now. Nothing was sent. Unlock it and try again, or type the password.',
      'password-unreadable': 'The kept password cannot be opened on this machine. Nothing was sent. Type it again.',
      'report-late':
        'SEQR’s report is not ready after many tries. The day is ended at SEQR and no money is at risk. Go on later, or finish without the report.',
      'report-unreadable':
        'SEQR sent a report that Kassa cannot read: {{detail}}. No money is at risk, and nothing was compared. Try again, and read this to support.',
      'report-of-another':
        'SEQR sent the report of another period or terminal ({{detail}}). No money is at risk, and nothing was compared. Try again, and read this to support.',
      'no-such-close': 'That close cannot be found. Nothing was done. Look into the list again.',
      'not-listed':
        'SEQR’s report does not list that reference for this amount, so it cannot be attached. Nothing was changed. A receipt on a phone is no proof.',
      'row-no-payment': 'SEQR’s row is money that went back, not a payment. Nothing was changed. Ask SEQR what it is, and close the line.',
      'row-no-reference': 'SEQR’s row names no reference, so it cannot be given back from here. Nothing was changed. Ask SEQR in writing.',
      'row-of-another':
        'SEQR’s report is of the whole shop and does not say that this payment is of this till. Nothing was changed. Look for it at the other tills.',
      'row-known': 'The book knows this payment already, or SEQR lists that it went back. Nothing was changed. It is not given back twice.',
      'row-may-be':
        'A payment of this amount is on the unresolved list, and this row may be its own. Nothing was changed. Settle that one first.',
      'no-report': 'No report has been read. Nothing was saved. Run one first.',
    },
    unresolved: {
      'reason-missing': 'A supervisor’s word needs a reason. Nothing was changed. Write one.',
      'needs-letter': 'That it was paid takes SEQR’s letter, and the reference that it names. Nothing was changed.',
      'give-back-first':
        'The customer’s money has not been sent back yet. Nothing was changed. Give it back first; if SEQR does not take the refund, close it here.',
      'part-changed':
        'What was charged does not lie on the counter as it was, so nothing can be left to pay of it. Nothing was changed. Put it back as it was, or give the money back.',
      'part-waits':
        'There is another sale on the counter, and what is left to pay needs its place. Nothing was changed. Finish or void that sale, then try again.',
      refunded:
        'Money of this receipt has been refunded, or may have been, so it cannot be closed as not paid. Nothing was changed. Close its line with a reason, or ask SEQR.',
      'reference-owned': 'Another receipt has that reference already. Nothing was changed. Ask SEQR which payment it is.',
      close: 'A close of day may still tell. Nothing was changed. Close the day first, or use SEQR’s letter.',
      hours: 'SEQR may still answer about it for a day. Nothing was changed. Try again later, or use SEQR’s letter.',
      absence:
        'SEQR may still book it, so nobody can say that it was not done. Nothing was changed. Close the day as usual and try again later, or use SEQR’s letter.',
    },
    file: {
      failed: 'The file could not be written ({{detail}}). Nothing was saved. Choose another place.',
    },
  },
  {
    day: {
      'under-way': 'Ett dagsavslut pågår. Inget nytt påbörjades. Slutför det först.',
      marking: 'SEQR avslutar dagen just nu, så inga pengar får röra sig. Inget skickades. Försök igen om några sekunder.',
      'not-set-up':
        'Kassan har ingen terminal hos SEQR, eller inget återförsäljarkonto. Det finns inget att avsluta. Slutför inställningen först.',
      'payment-on-screen':
        'Betalning {{id}} på {{amount}} är på skärmen och inte klar. Inget avslutades. Slutför den eller lägg den åt sidan, och avsluta sedan dagen.',
      'refund-under-way':
        'En återbetalning eller utbetalning är på väg till SEQR. Inget avslutades. Vänta på svaret och avsluta sedan dagen.',
      'password-missing': 'Återförsäljarens lösenord behövs för detta. Inget skickades. Skriv det precis som SEQR har gett det.',
      'password-locked':
        'Datorns nyckelring är låst, så det sparade lösenordet går inte att öppna just nu. Inget skickades. Lås upp den och försök igen, eller skriv lösenordet.',
      'password-unreadable': 'Det sparade lösenordet går inte att öppna på den här datorn. Inget skickades. Skriv det igen.',
      'report-late':
        'SEQR:s rapport är inte klar efter många försök. Dagen är avslutad hos SEQR och inga pengar är i fara. Fortsätt senare, eller slutför utan rapporten.',
      'report-unreadable':
        'SEQR skickade en rapport som Kassa inte kan läsa: {{detail}}. Inga pengar är i fara, och inget jämfördes. Försök igen, och läs upp detta för supporten.',
      'report-of-another':
        'SEQR skickade rapporten för en annan period eller terminal ({{detail}}). Inga pengar är i fara, och inget jämfördes. Försök igen, och läs upp detta för supporten.',
      'no-such-close': 'Dagsavslutet går inte att hitta. Inget gjordes. Titta i listan igen.',
      'not-listed':
        'SEQR:s rapport har inte den referensen för beloppet, så den kan inte kopplas. Inget ändrades. Ett kvitto i en telefon är inget bevis.',
      'row-no-payment':
        'SEQR:s rad är pengar som lämnats tillbaka, inte en betalning. Inget ändrades. Fråga SEQR vad det är och stäng raden.',
      'row-no-reference':
        'SEQR:s rad har ingen referens, så den kan inte lämnas tillbaka härifrån. Inget ändrades. Fråga SEQR skriftligen.',
      'row-of-another':
        'SEQR:s rapport gäller hela butiken och säger inte att betalningen är den här kassans. Inget ändrades. Sök den i de andra kassorna.',
      'row-known':
        'Boken har redan den här betalningen, eller så har SEQR lämnat tillbaka den. Inget ändrades. Den lämnas inte tillbaka två gånger.',
      'row-may-be': 'En betalning på det här beloppet står under Ouppklarat, och raden kan vara dess. Inget ändrades. Red ut den först.',
      'no-report': 'Ingen rapport har lästs. Inget sparades. Kör en först.',
    },
    unresolved: {
      'reason-missing': 'En arbetsledares ord behöver en orsak. Inget ändrades. Skriv en.',
      'needs-letter': 'Att den är betald kräver SEQR:s brev och den referens som det nämner. Inget ändrades.',
      'give-back-first':
        'Kundens pengar har inte skickats tillbaka än. Inget ändrades. Lämna tillbaka dem först; tar SEQR inte emot återbetalningen, stäng den här.',
      'part-changed':
        'Det som skulle betalas ligger inte på disken som det var, så inget kan återstå att betala av det. Inget ändrades. Lägg tillbaka det som det var, eller lämna tillbaka pengarna.',
      'part-waits':
        'Det ligger ett annat köp på disken, och det som återstår att betala behöver platsen. Inget ändrades. Slutför eller annullera det köpet och försök igen.',
      refunded:
        'Pengar för det här kvittot har återbetalats, eller kan ha gjort det, så det kan inte stängas som ej betalt. Inget ändrades. Stäng raden med en orsak, eller fråga SEQR.',
      'reference-owned': 'Ett annat kvitto har redan den referensen. Inget ändrades. Fråga SEQR vilken betalning det är.',
      close: 'Ett dagsavslut kan fortfarande ge besked. Inget ändrades. Avsluta dagen först, eller använd SEQR:s brev.',
      hours: 'SEQR kan svara om den i ett dygn. Inget ändrades. Försök igen senare, eller använd SEQR:s brev.',
      absence:
        'SEQR kan fortfarande bokföra den, så ingen kan säga att den inte genomfördes. Inget ändrades. Avsluta dagen som vanligt och försök igen senare, eller använd SEQR:s brev.',
    },
    file: {
      failed: 'Filen gick inte att skriva ({{detail}}). Inget sparades. Välj en annan plats.',
    },
  },
);
