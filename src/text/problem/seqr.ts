import { section } from '../section.ts';

/** What SEQR answered, or did not, outside a payment's own screen. */
export const seqrProblems = section(
  {
    endpoint: {
      invalid: 'That is not a web address. Nothing was sent. Copy the address exactly as SEQR gave it.',
      'not-https': 'An address on another machine must begin with https, or the password could be read on the way. Nothing was sent.',
      'credentials-in-url': 'The address holds a user name or a password, which would end up in logs. Nothing was sent. Leave them out.',
      unreachable: 'Nothing answers at that address. Nothing was sent. Check the network and the address, then try again.',
      'no-answer': 'The address was reached, but no answer came in time. Nothing was changed. Try again in a moment.',
      'not-seqr': 'Something answers there, but it is not SEQR. Nothing was changed. Check the address; a guest network may want you to log in first.',
    },
    seqr: {
      code: 'SEQR refused with code {{code}} ({{name}}). Nothing was changed. Read the code to support.',
      '11': 'SEQR refused the amount (code 11). No money has moved. Check the amount and the currency.',
      '20': 'SEQR did not accept the password (code 20). Nothing was changed. Check the ids and the password exactly as SEQR gave them.',
      '21': "SEQR denies access: the terminal's password is too weak for it (code 21). No money has moved. Register the terminal again.",
      '29': 'SEQR does not know this terminal (code 29). No money has moved. Register the terminal again.',
      '33': 'SEQR has blocked this shop or terminal (code 33). No money has moved. Call SEQR.',
      '37': 'SEQR does not know this reseller or user (code 37). Nothing was changed. Check the reseller id and the user id.',
      '49': 'SEQR refused a figure in the invoice (code 49). No money has moved. Check that the currency is the one SEQR has for this shop.',
      '53': 'SEQR refused this SEQR id (code 53): it holds something else than letters and digits, or another terminal has it. Nothing was changed. Take the id from another sticker, or begin it with your own prefix.',
      '90': 'SEQR has an error of its own (code 90). It does not say whether the request was carried out. Wait a minute, then look before you try again.',
      '91': 'SEQR does not know this request (code 91): the versions of Kassa and SEQR do not match. Nothing was changed. Call support.',
      '92': 'The licence at SEQR does not allow this (code 92). Nothing was changed. Call SEQR.',
      '93': 'SEQR is busy (code 93). It does not say whether the request was carried out. Wait a minute, then try again.',
      '94': 'A service behind SEQR is down (code 94). It does not say whether the request was carried out. Wait a minute, then try again.',
      'not-sent': 'SEQR cannot be reached, so nothing was sent and nothing has changed. Check the network, then try again.',
      'unknown-outcome': 'The request was sent, but no usable answer came. It may or may not have been carried out. Wait a minute and look before you try again.',
    },
    register: {
      'unknown-outcome':
        'The request was sent, but no usable answer came: SEQR may have registered a terminal. No money is at risk. Registering again makes another terminal; ask SEQR to remove the one that is not used.',
      'no-id': 'SEQR said yes but gave no terminal id. No money is at risk. Register again, and tell SEQR about the unused terminal.',
    },
    terminal: {
      'attempt-open': 'A payment on this terminal is open, or its outcome is not known yet. Nothing was changed: it can only be settled with this terminal. Wait until it is final.',
      none: 'There is no registered terminal. Nothing was changed.',
    },
  },
  {
    endpoint: {
      invalid: 'Det är ingen webbadress. Inget skickades. Kopiera adressen precis som SEQR har gett den.',
      'not-https': 'En adress på en annan dator måste börja med https, annars kan lösenordet läsas på vägen. Inget skickades.',
      'credentials-in-url': 'Adressen innehåller användarnamn eller lösenord, som skulle hamna i loggar. Inget skickades. Ta bort dem.',
      unreachable: 'Ingen svarar på adressen. Inget skickades. Kontrollera nätet och adressen och försök igen.',
      'no-answer': 'Adressen nåddes, men inget svar kom i tid. Inget ändrades. Försök igen om en stund.',
      'not-seqr': 'Något svarar där, men det är inte SEQR. Inget ändrades. Kontrollera adressen; ett gästnät kan kräva inloggning först.',
    },
    seqr: {
      code: 'SEQR sade nej med kod {{code}} ({{name}}). Inget ändrades. Läs upp koden för supporten.',
      '11': 'SEQR godtog inte beloppet (kod 11). Inga pengar har flyttats. Kontrollera belopp och valuta.',
      '20': 'SEQR godtog inte lösenordet (kod 20). Inget ändrades. Kontrollera id och lösenord, precis som SEQR har gett dem.',
      '21': 'SEQR nekar åtkomst: terminalens lösenord är för svagt (kod 21). Inga pengar har flyttats. Registrera terminalen på nytt.',
      '29': 'SEQR känner inte till terminalen (kod 29). Inga pengar har flyttats. Registrera terminalen på nytt.',
      '33': 'SEQR har spärrat butiken eller terminalen (kod 33). Inga pengar har flyttats. Ring SEQR.',
      '37': 'SEQR känner inte till återförsäljaren eller användaren (kod 37). Inget ändrades. Kontrollera återförsäljar-id och användar-id.',
      '49': 'SEQR godtog inte en uppgift i fakturan (kod 49). Inga pengar har flyttats. Kontrollera att valutan är den som SEQR har för butiken.',
      '53': 'SEQR godtog inte detta SEQR-id (kod 53): det innehåller annat än bokstäver och siffror, eller så har en annan terminal det. Inget ändrades. Ta id:t från en annan dekal, eller börja det med ett eget prefix.',
      '90': 'SEQR har ett eget fel (kod 90). Det framgår inte om begäran utfördes. Vänta en minut och se efter innan du försöker igen.',
      '91': 'SEQR känner inte till begäran (kod 91): versionerna av Kassa och SEQR passar inte ihop. Inget ändrades. Ring supporten.',
      '92': 'Licensen hos SEQR tillåter inte detta (kod 92). Inget ändrades. Ring SEQR.',
      '93': 'SEQR är upptaget (kod 93). Det framgår inte om begäran utfördes. Vänta en minut och försök igen.',
      '94': 'En tjänst bakom SEQR ligger nere (kod 94). Det framgår inte om begäran utfördes. Vänta en minut och försök igen.',
      'not-sent': 'SEQR går inte att nå, så inget skickades och inget har ändrats. Kontrollera nätet och försök igen.',
      'unknown-outcome': 'Begäran skickades, men inget användbart svar kom. Den kan ha utförts eller inte. Vänta en minut och se efter innan du försöker igen.',
    },
    register: {
      'unknown-outcome':
        'Begäran skickades, men inget användbart svar kom: SEQR kan ha registrerat en terminal. Inga pengar är i fara. Registrerar du igen blir det en till; be SEQR ta bort den som inte används.',
      'no-id': 'SEQR sade ja men gav inget terminal-id. Inga pengar är i fara. Registrera igen och berätta för SEQR om terminalen som inte används.',
    },
    terminal: {
      'attempt-open': 'En betalning på terminalen är öppen, eller så är utgången inte känd än. Inget ändrades: den kan bara redas ut med den här terminalen. Vänta tills den är avgjord.',
      none: 'Det finns ingen registrerad terminal. Inget ändrades.',
    },
  },
);
