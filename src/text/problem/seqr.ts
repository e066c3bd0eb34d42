import { section } from '../section.ts';

/** What SEQR answered, or did not, outside a payment's own screen. */
export const seqrProblems = section(
  {
    endpoint: {
      invalid: 'That is not a web address. Nothing was sent. Copy the address exactly as SEQR gave it.',
      'not-https': 'An address on another machine must begin with https, or the password could be read on the way. Nothing was sent.',
      'credentials-in-url': 'The address holds a user name or a password, which would end up in logs. Nothing was sent. Leave them out.',
      unreachable: 'Nothing answers at that address. Nothing was sent. Check the network and the address, then try again.',
      'not-loaded': 'A part of Kassa could not be loaded. Nothing was sent. Start Kassa anew; if it stays so, install it again.',
      'no-answer': 'The address was reached, but no answer came in time. Nothing was changed. Try again in a moment.',
      'not-seqr':
        'Something answers there, but it is not SEQR. Nothing was changed. Check the address; a guest network may want you to log in first.',
    },
    seqr: {
      'not-sent': 'SEQR cannot be reached, so nothing was sent and nothing has changed. Check the network, then try again.',
    },
    register: {
      'no-id': 'SEQR said yes but gave no terminal id. No money is at risk. Register again, and tell SEQR about the unused terminal.',
      'id-of-lost-terminal':
        'SEQR does not give this SEQR id to the new terminal: it still belongs to the lost one. No money has moved. Ask SEQR to free it, or take another id.',
    },
    terminal: {
      'attempt-open':
        'A payment on this terminal is open, or its outcome is not known yet. Nothing was changed: it can only be resolved with this terminal. Wait until it is final.',
      'disbursement-open':
        'It is not known what became of a refund or a pay-out of this terminal. Nothing was changed: SEQR knows it by this terminal. Resolve it first: it is on the unresolved list.',
      changing: 'The SEQR terminal is being changed just now, so no money was moved. Wait a moment, then try again.',
      'sales-not-closed':
        'This terminal has sales that no close of day covers, and SEQR forgets them with it. Nothing was changed. Close the day first.',
      'sales-unclosable':
        'This terminal has sales that no close of day covers, and the day could not be closed just now. Nothing was changed. Close the day, or unregister all the same: the next close tries to close these sales too.',
      none: 'There is no registered terminal. Nothing was changed.',
    },
  },
  {
    endpoint: {
      invalid: 'Det är ingen webbadress. Inget skickades. Kopiera adressen precis som SEQR har gett den.',
      'not-https': 'En adress på en annan dator måste börja med https, annars kan lösenordet läsas på vägen. Inget skickades.',
      'credentials-in-url': 'Adressen innehåller användarnamn eller lösenord, som skulle hamna i loggar. Inget skickades. Ta bort dem.',
      unreachable: 'Ingen svarar på adressen. Inget skickades. Kontrollera nätet och adressen och försök igen.',
      'not-loaded': 'En del av Kassa kunde inte laddas. Inget skickades. Starta om Kassa; installera om den om det inte hjälper.',
      'no-answer': 'Adressen nåddes, men inget svar kom i tid. Inget ändrades. Försök igen om en stund.',
      'not-seqr': 'Något svarar där, men det är inte SEQR. Inget ändrades. Kontrollera adressen; ett gästnät kan kräva inloggning först.',
    },
    seqr: {
      'not-sent': 'SEQR går inte att nå, så inget skickades och inget har ändrats. Kontrollera nätet och försök igen.',
    },
    register: {
      'no-id':
        'SEQR sade ja men gav inget terminal-id. Inga pengar är i fara. Registrera igen och berätta för SEQR om terminalen som inte används.',
      'id-of-lost-terminal':
        'SEQR ger inte detta SEQR-id till den nya terminalen: det hör fortfarande till den förlorade. Inga pengar har flyttats. Be SEQR att frigöra det, eller ta ett annat id.',
    },
    terminal: {
      'attempt-open':
        'En betalning på terminalen är öppen, eller så är utgången inte känd än. Inget ändrades: den kan bara redas ut med den här terminalen. Vänta tills den är avgjord.',
      'disbursement-open':
        'Det är inte känt vad som hände med en återbetalning eller utbetalning från terminalen. Inget ändrades: SEQR känner den genom terminalen. Red ut den först: den står på listan över ouppklarat.',
      changing: 'SEQR-terminalen ändras just nu, så inga pengar flyttades. Vänta ett ögonblick och försök igen.',
      'sales-not-closed':
        'Terminalen har köp som inget dagsavslut omfattar, och SEQR glömmer dem med den. Inget ändrades. Avsluta dagen först.',
      'sales-unclosable':
        'Terminalen har köp som inget dagsavslut omfattar, och dagen gick inte att avsluta nyss. Inget ändrades. Avsluta dagen, eller avregistrera ändå: nästa avslut försöker avsluta även dem.',
      none: 'Det finns ingen registrerad terminal. Inget ändrades.',
    },
  },
);
