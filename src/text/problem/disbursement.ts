import { section } from '../section.ts';

/** Refunds and pay-outs: why money is not sent back (PF-14). What SEQR itself answers is in `disbursement.ts` beside. */
export const disbursementProblems = section(
  {
    refund: {
      'no-sale': 'There is no sale with that number. No money has moved. Choose the sale’s own receipt in the journal.',
      reversed: 'SEQR has taken this payment back by itself: the customer already has the money. Nothing is left to refund.',
      'not-confirmed':
        'SEQR has not confirmed this payment, or not told its reference yet. No money has moved. Kassa keeps asking; try again in a moment.',
      'other-currency':
        'SEQR took another currency than the shop’s, or an amount that cannot be read, and Kassa cannot send that back. No money has moved. Ask SEQR in writing, and close it with their letter.',
      'other-endpoint':
        'This sale was paid through another SEQR service than the one this till uses now. No money has moved. Refund it with a till that is connected to that service, or ask SEQR in writing.',
      'no-terminal': 'No terminal is registered with SEQR, so nothing was sent. Register one under Settings, SEQR terminal.',
      registration:
        'SEQR does not accept this terminal, so nothing was sent. Mend its registration under Settings, SEQR terminal, then try again.',
      'rest-open':
        'What is left to pay of this sale is on the counter, or being paid. No money has moved. Void what is left first; then this part can be given back.',
      'reason-missing': 'A refund needs a reason. Nothing was sent. Choose one or write it.',
      'nothing-left':
        'All of this sale has been given back, or may have been. Nothing was sent. What is not known yet is on the unresolved list.',
      'nothing-chosen': 'Nothing is chosen to give back. Nothing was sent. Choose rows, or an amount above zero.',
      'more-than-left':
        'That is more than is left of this sale, or of its VAT rate. Nothing was sent. A part of it has gone back already: choose less, or refund the rest by amount.',
      'more-than-sold': 'That is more of a row than was sold and not yet given back. Nothing was sent. Choose a smaller quantity.',
      'quantity-not-whole': 'Pieces are given back whole. Nothing was sent. Choose a whole number.',
      'currency-differs': 'The sale was made in another currency. Nothing was sent.',
      'under-way': 'Money is being sent back just now. This was not sent. Wait until that is done.',
      'disk-full': 'The disk is too full to record this to its end, so nothing was sent. Free some space, then try again.',
      'disk-read-only':
        'The disk may only be read, so this cannot be recorded and nothing was sent. Make the folder of Kassa writable, or call support; then try again.',
      'disk-locked':
        'Another program holds the journal, so this cannot be recorded and nothing was sent. End that program, such as a backup or a second Kassa, then try again.',
      'disk-failing':
        'The disk takes no record of this, so nothing was sent. Look whether the disk is connected, and call support; then try again.',
    },
    payOut: {
      'no-user': 'A pay-out needs the user id at SEQR. Nothing was sent.',
      'description-signs': 'The description may hold letters a–z, digits, dots and commas only, without spaces. Nothing was sent.',
      'description-long': 'The description may have 160 characters. Nothing was sent. Shorten it.',
      unresolved:
        'The same amount to the same user is on the unresolved list: it may have been paid out. Nothing was sent. Resolve that one first.',
    },
    disbursement: {
      reference: 'SEQR’s answer has a reference of 4 to 40 letters and digits. Nothing was changed. Type it as it stands in the answer.',
    },
  },
  {
    refund: {
      'no-sale': 'Det finns inget köp med det numret. Inga pengar har flyttats. Välj köpets eget kvitto i journalen.',
      reversed: 'SEQR har själv återfört betalningen: kunden har redan pengarna. Inget finns kvar att betala tillbaka.',
      'not-confirmed':
        'SEQR har inte bekräftat betalningen eller inte gett dess referens än. Inga pengar har flyttats. Kassa frågar vidare; försök igen om en stund.',
      'other-currency':
        'SEQR tog en annan valuta än butikens, eller ett belopp som inte går att läsa, och Kassa kan inte skicka tillbaka det. Inga pengar har flyttats. Skriv till SEQR och stäng den med deras brev.',
      'other-endpoint':
        'Köpet betalades genom en annan SEQR-tjänst än den som kassan använder nu. Inga pengar har flyttats. Betala tillbaka med en kassa som är ansluten dit, eller skriv till SEQR.',
      'no-terminal': 'Ingen terminal är registrerad hos SEQR, så inget skickades. Registrera en under Inställningar, SEQR-terminal.',
      registration:
        'SEQR godtar inte terminalen, så inget skickades. Ordna registreringen under Inställningar, SEQR-terminal, och försök igen.',
      'rest-open':
        'Det som återstår att betala av köpet ligger på disken eller håller på att betalas. Inga pengar har flyttats. Annullera det först; sedan kan den här delen lämnas tillbaka.',
      'reason-missing': 'En återbetalning behöver en orsak. Inget skickades. Välj en eller skriv den.',
      'nothing-left':
        'Hela köpet är återbetalt, eller kan vara det. Inget skickades. Det som inte är känt än står på listan över ouppklarat.',
      'nothing-chosen': 'Inget är valt att betala tillbaka. Inget skickades. Välj rader eller ett belopp över noll.',
      'more-than-left':
        'Det är mer än vad som finns kvar av köpet eller av dess momssats. Inget skickades. En del har redan gått tillbaka: välj mindre, eller betala tillbaka resten som belopp.',
      'more-than-sold': 'Det är mer av raden än vad som såldes och inte redan är återlämnat. Inget skickades. Välj ett mindre antal.',
      'quantity-not-whole': 'Styckvaror återlämnas hela. Inget skickades. Välj ett helt antal.',
      'currency-differs': 'Köpet gjordes i en annan valuta. Inget skickades.',
      'under-way': 'Pengar betalas tillbaka just nu. Det här skickades inte. Vänta tills det är klart.',
      'disk-full': 'Disken är för full för att anteckna detta ända till slutet, så inget skickades. Frigör utrymme och försök igen.',
      'disk-read-only':
        'Disken går bara att läsa, så detta kan inte antecknas och inget skickades. Gör mappen för Kassa skrivbar eller ring supporten; försök sedan igen.',
      'disk-locked':
        'Ett annat program håller journalen, så detta kan inte antecknas och inget skickades. Avsluta det programmet, till exempel en säkerhetskopiering eller en andra Kassa, och försök igen.',
      'disk-failing':
        'Disken tar inte emot någon anteckning om detta, så inget skickades. Se efter om disken är ansluten och ring supporten; försök sedan igen.',
    },
    payOut: {
      'no-user': 'En utbetalning behöver användarens id hos SEQR. Inget skickades.',
      'description-signs': 'Beskrivningen får bara ha bokstäverna a–z, siffror, punkter och komman, utan mellanslag. Inget skickades.',
      'description-long': 'Beskrivningen får ha 160 tecken. Inget skickades. Korta den.',
      unresolved:
        'Samma belopp till samma användare står på listan över ouppklarat: det kan vara utbetalt. Inget skickades. Red ut det först.',
    },
    disbursement: {
      reference: 'SEQR:s svar har en referens med 4 till 40 bokstäver och siffror. Inget ändrades. Skriv den som den står i svaret.',
    },
  },
);
