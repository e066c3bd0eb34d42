import { section } from '../section.ts';

/** The sale, the scanner and the moment of charging. Nothing is charged by any of these. */
export const saleProblems = section(
  {
    stale: 'The screen was out of date, so nothing was done. Look again, then press once more.',
    sale: {
      'no-such-row': 'That row is no longer in the sale. Nothing was changed. Choose another row.',
      'quantity-not-positive': 'The quantity must be more than zero. The row is as it was. To take it away, remove it.',
      'quantity-too-large':
        'That quantity is too large for one row. The row is as it was. Check for a slip of the finger or a scan in the wrong place.',
      'quantity-not-whole': 'This is sold by the piece, so the quantity must be whole. The row is as it was.',
      'price-not-positive': 'The price must be more than zero. Nothing was added. Enter the amount again.',
      'amount-too-large': 'That amount is larger than Kassa can charge. Nothing was added. Check the figures.',
      'discount-not-positive': 'A discount must be more than zero. Nothing was changed.',
      'discount-too-large': 'The discount is larger than what it is taken off. Nothing was changed. Enter a smaller one.',
      'too-many-rows': 'The sale has as many rows as it can hold. Nothing was added. Charge this sale, then go on with a new one.',
      'text-too-long': 'That text is too long. Nothing was changed. Make it shorter.',
      'text-missing': 'A row needs a name. Nothing was added. Write what is sold.',
      'vat-rate-unknown': 'That VAT rate is not one of the rates of this shop. Nothing was added. Choose another rate.',
      'currency-differs': 'That price is in another currency than the sale. Nothing was added. Change the product, then try again.',
      'part-paid':
        'The customer has paid a part of this already, so it can only be charged or voided as a whole. Nothing was changed. Whoever voids it gives the part back from the unresolved list.',
      'part-gone':
        'The part of this that was paid has been given back, or may have been, so the rest cannot be charged by itself. Nothing was sent. Void it, and ring everything up again.',
      'set-up-first': 'This till is still being set up, so it cannot sell yet. Nothing was sent. Finish the set-up first.',
      locked: 'A payment for this sale is open, so the sale cannot be changed. Finish or cancel the payment first.',
      empty: 'There is nothing to charge. Add something to the sale first.',
      'total-not-positive': 'The total must be more than zero. Nothing was sent. Change a discount or add a row.',
    },
    scan: {
      unknown: 'No product has the code {{code}}. Nothing was added. Search for it by name, or add it as a new product.',
      short: 'Only a part of a code was read. Nothing was added. Scan it again.',
      'check-digit': 'The code {{code}} was misread: its check digit does not fit. Nothing was added. Scan it again.',
      seqr: 'That is a SEQR code, not a product. Nothing was added. The customer scans it with the phone.',
      retired: 'The product with the code {{code}} is no longer sold. Nothing was added. Offer it again under Products if it should be.',
      'card-blocked': 'The card {{code}} is blocked in this shop: it gives no discount. The sale is as it was. Ask for another card.',
      'no-card': 'The code {{code}} is no card that this shop honours. The payment goes on as it was.',
    },
    payment: {
      open: 'A payment is already open. Nothing new was sent. Finish or cancel it first.',
      'set-aside-open':
        'A payment for this sale was set aside and its outcome is not known yet. Nothing was sent. Wait until it has left the list of unresolved payments.',
      'no-terminal': 'No SEQR terminal is registered, so nothing was sent. Register one in the set-up.',
      'disk-full': 'The disk is too full to record a payment to its end, so nothing was sent. Free some space, then charge again.',
      'disk-read-only':
        'The disk may only be read, so a payment cannot be recorded and nothing was sent. Make the folder of Kassa writable, or call support; then charge again.',
      'disk-locked':
        'Another program holds the journal, so a payment cannot be recorded and nothing was sent. End that program, such as a backup or a second Kassa, then charge again.',
      'disk-failing':
        'The disk takes no record of a payment, so nothing was sent. Look whether the disk is connected, and call support; then charge again.',
      'reserved-open':
        'A reserved payment is open on this terminal, and another one might end it. Nothing was sent. Resolve or release the reserved one first.',
      registration:
        "The terminal's registration has a problem, so SEQR is not offered. Nothing was sent. Mend it under Settings, SEQR terminal.",
      'not-allowed': 'That cannot be done in this state of the payment. Nothing was done; the payment goes on as the screen says.',
      'test-unchanged': 'The test payment cannot be changed. Nothing was done; the payment goes on.',
    },
    tab: {
      'name-missing': 'A tab needs a name, so that it can be found again. Nothing was sent. Write a table or a name.',
      'sale-open': 'There is another sale on the counter. Nothing was changed. Finish or void it first, then open the tab.',
      'free-waits':
        'There is another sale on the counter, and what was rung up before needs its place. Nothing was changed. Finish or void that sale, then free the other.',
      'rows-wait':
        'There is another sale on the counter, and what nobody has paid needs its place. Nothing was changed. Finish or void that sale, then press Read again.',
      'other-amount':
        'SEQR may have taken this tab already, so it can be settled for nothing but what SEQR holds. Nothing was sent. Keep the tab: what was added is a sale of its own then. After that, settle it.',
      empty: 'There is nothing on this tab to take money for. Nothing was sent. Add something, or release the reservation.',
    },
  },
  {
    stale: 'Skärmen hann bli inaktuell, så inget gjordes. Titta igen och tryck en gång till.',
    sale: {
      'no-such-row': 'Raden finns inte längre i köpet. Inget ändrades. Välj en annan rad.',
      'quantity-not-positive': 'Antalet måste vara mer än noll. Raden är som den var. Ta bort raden om den ska bort.',
      'quantity-too-large':
        'Antalet är för stort för en rad. Raden är som den var. Se efter om fingret slant eller om något skannades på fel ställe.',
      'quantity-not-whole': 'Varan säljs styckvis, så antalet måste vara ett heltal. Raden är som den var.',
      'price-not-positive': 'Priset måste vara mer än noll. Inget lades till. Slå in beloppet igen.',
      'amount-too-large': 'Beloppet är större än Kassa kan ta betalt för. Inget lades till. Kontrollera siffrorna.',
      'discount-not-positive': 'En rabatt måste vara mer än noll. Inget ändrades.',
      'discount-too-large': 'Rabatten är större än det den dras från. Inget ändrades. Ange en mindre.',
      'too-many-rows': 'Köpet har så många rader det rymmer. Inget lades till. Ta betalt och fortsätt med ett nytt köp.',
      'text-too-long': 'Texten är för lång. Inget ändrades. Gör den kortare.',
      'text-missing': 'En rad behöver ett namn. Inget lades till. Skriv vad som säljs.',
      'vat-rate-unknown': 'Momssatsen är inte en av butikens. Inget lades till. Välj en annan sats.',
      'currency-differs': 'Priset är i en annan valuta än köpet. Inget lades till. Ändra varan och försök igen.',
      'part-paid':
        'Kunden har redan betalat en del av det här, så det kan bara tas betalt för eller annulleras som helhet. Inget ändrades. Den som annullerar det lämnar tillbaka delen under Ouppklarat.',
      'part-gone':
        'Den del av det här som var betald har lämnats tillbaka, eller kan ha gjort det, så resten kan inte betalas för sig. Inget skickades. Annullera det och slå in allt igen.',
      'set-up-first': 'Kassan håller på att installeras och kan inte sälja än. Inget skickades. Gör klart installationen först.',
      locked: 'En betalning för köpet är öppen, så köpet kan inte ändras. Slutför eller avbryt betalningen först.',
      empty: 'Det finns inget att ta betalt för. Lägg till något i köpet först.',
      'total-not-positive': 'Summan måste vara mer än noll. Inget skickades. Ändra en rabatt eller lägg till en rad.',
    },
    scan: {
      unknown: 'Ingen vara har koden {{code}}. Inget lades till. Sök på namnet eller lägg upp en ny vara.',
      short: 'Bara en del av en kod lästes. Inget lades till. Skanna igen.',
      'check-digit': 'Koden {{code}} lästes fel: kontrollsiffran stämmer inte. Inget lades till. Skanna igen.',
      seqr: 'Det är en SEQR-kod, ingen vara. Inget lades till. Kunden skannar den med telefonen.',
      retired: 'Varan med koden {{code}} säljs inte längre. Inget lades till. Ta upp den igen under Varor om den ska säljas.',
      'card-blocked': 'Kortet {{code}} är spärrat i butiken: det ger ingen rabatt. Köpet är som det var. Be om ett annat kort.',
      'no-card': 'Koden {{code}} är inget kort som butiken godtar. Betalningen fortsätter som den var.',
    },
    payment: {
      open: 'En betalning är redan öppen. Inget nytt skickades. Slutför eller avbryt den först.',
      'set-aside-open':
        'En betalning för köpet har lagts åt sidan och utgången är inte känd än. Inget skickades. Vänta tills den lämnat listan över ouppklarat.',
      'no-terminal': 'Ingen SEQR-terminal är registrerad, så inget skickades. Registrera en under installationen.',
      'disk-full':
        'Disken är för full för att anteckna en betalning ända till slutet, så inget skickades. Frigör utrymme och ta betalt igen.',
      'disk-read-only':
        'Disken går bara att läsa, så en betalning kan inte antecknas och inget skickades. Gör mappen för Kassa skrivbar eller ring supporten; ta sedan betalt igen.',
      'disk-locked':
        'Ett annat program håller journalen, så en betalning kan inte antecknas och inget skickades. Avsluta det programmet, till exempel en säkerhetskopiering eller en andra Kassa, och ta betalt igen.',
      'disk-failing':
        'Disken tar inte emot någon anteckning om en betalning, så inget skickades. Se efter om disken är ansluten och ring supporten; ta sedan betalt igen.',
      'reserved-open':
        'En reserverad betalning är öppen på terminalen, och en ny kan avsluta den. Inget skickades. Slutför eller släpp den reserverade först.',
      registration:
        'Det är fel på terminalens registrering, så SEQR erbjuds inte. Inget skickades. Laga den under Inställningar, SEQR-terminal.',
      'not-allowed': 'Det går inte att göra i betalningens läge. Inget gjordes; betalningen fortsätter som skärmen säger.',
      'test-unchanged': 'Provbetalningen kan inte ändras. Inget gjordes; betalningen fortsätter.',
    },
    tab: {
      'name-missing': 'En nota behöver ett namn för att kunna hittas igen. Inget skickades. Skriv ett bord eller ett namn.',
      'sale-open': 'Det ligger ett annat köp på disken. Inget ändrades. Slutför eller makulera det först och öppna sedan notan.',
      'free-waits':
        'Det ligger ett annat köp på disken, och det som slogs in tidigare behöver dess plats. Inget ändrades. Slutför eller makulera det köpet, och frigör sedan det andra.',
      'rows-wait':
        'Det ligger ett annat köp på disken, och det som ingen har betalat behöver platsen. Inget ändrades. Slutför eller makulera köpet och tryck Läst igen.',
      'other-amount':
        'SEQR kan redan ha tagit betalt för notan, så den kan bara avslutas med det som SEQR har. Inget skickades. Spara notan, så blir det tillagda ett eget köp. Avsluta den sedan.',
      empty: 'Det finns inget på notan att ta betalt för. Inget skickades. Lägg till något, eller släpp reservationen.',
    },
  },
);
