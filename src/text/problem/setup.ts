import { section } from '../section.ts';

/** Answers that the set-up or a settings form refuses. No money is ever touched by these. */
export const setupProblems = section(
  {
    setup: {
      done: 'This till is set up already. Nothing was changed. What the owner may change is under Settings.',
      locked: 'The set-up goes on with the owner\u2019s PIN only. Nothing was changed. Give the PIN first.',
      'no-owner':
        'The set-up cannot be finished without an owner\u2019s PIN. Nothing was saved. Go back to the page of the owner and choose one.',
      'not-now': 'That page cannot be answered yet. Nothing was saved. Answer the pages before it first.',
      'pin-weak': 'The PIN needs 4 to 12 digits, not all the same and not in a row. Nothing was saved. Choose another.',
      'pin-mismatch': 'The two PINs differ. Nothing was saved. Type the same PIN twice.',
      'name-missing': 'The name is missing. Nothing was saved. Fill it in.',
      'number-missing': 'The cashier number is missing. Nothing was saved. Fill it in.',
      'orgnr-invalid': 'That organisation number does not add up. Nothing was saved. It has ten digits, like 556677-8899; check each one.',
      'address-missing': 'The address of the shop is missing. Nothing was saved. The law wants it on the receipt.',
      'vat-missing': 'At least one VAT rate is needed, and the rate for free amounts must be one of them. Nothing was saved.',
      'currency-refused': 'SEQR takes only currencies with two decimals. Nothing was saved. Choose another currency.',
      'currency-fixed': 'The journal is kept in another currency already. Nothing was saved. Choose the one from before.',
      'reseller-missing':
        'The reseller id, the user id and the password are all needed. Nothing was saved. They are in the letter from SEQR.',
      'consent-needed':
        'This computer cannot protect passwords. Nothing was saved. Allow storing them unprotected, or use another computer.',
      'terminal-name-missing': 'The terminal needs a name and an external id. Nothing was registered. Fill in both.',
      'seqr-id-invalid':
        'A SEQR id holds only letters and digits, at most 40. Nothing was sent. Type it as printed on the sticker, or scan it.',
      'not-finished': 'The test payment has not been paid yet, so the set-up cannot be finished. Make the payment, then go on.',
      'test-not-paid': 'The test payment was not paid. No money was kept. Try it once more.',
    },
    pin: {
      wrong: 'That is not the owner\u2019s PIN. Nothing was changed. Try again.',
      damaged:
        'The owner\u2019s PIN cannot be read any more. Nothing was changed. Choose another with the recovery code: under Settings, Owner.',
      busy: 'Other PINs are being looked at. Nothing was changed. Try again in a moment.',
      'recovery-wrong': 'That is not the recovery code of this till. Nothing was changed. Check each letter, then try again.',
      'no-code': 'The recovery code is shown once, and that was some time ago. Nothing was saved. Make a new one.',
      needed: 'This needs the owner\u2019s PIN. Nothing was changed. Give it and try again.',
      none: 'No owner\u2019s PIN has been chosen yet, so nothing was done. Choose one in the set-up first.',
      locked: 'Too many wrong PINs. Nothing was changed. Try again in {{seconds}} s.',
    },
    cashier: {
      'number-missing': 'The cashier needs a number. Nothing was saved.',
      'name-missing': 'The cashier needs a name. Nothing was saved.',
      unknown: 'There is no cashier with that number. Nothing was changed.',
      'too-many': 'There are as many cashiers as Kassa holds. Nothing was saved. Give a number that is no longer used a new name.',
    },
    product: {
      'name-missing': 'The product needs a name.',
      'too-many': 'There are as many products as Kassa holds. Nothing was saved. Change one that is no longer sold.',
      'price-not-positive': 'The price must be more than zero.',
      'vat-rate-unknown': 'Choose one of the VAT rates of this shop.',
      'ean-length': 'An EAN has 8, 12 or 13 digits.',
      'ean-digits': 'An EAN holds digits only.',
      'ean-check-digit': 'The last digit does not fit the others. Check each digit.',
      'ean-taken': 'Another product already has this EAN. Check the number, or change that product.',
      'sku-taken': 'Another product already has this SKU. Choose another one.',
      'category-missing': 'The product needs a category.',
      'text-too-long': 'That text is too long.',
      'not-found': 'That product is gone. Nothing was saved.',
    },
    preferences: {
      'shortcut-taken': 'That key already does something else. Nothing was changed. Choose another.',
      'template-invalid': 'The template needs {id} and at most 32 characters when it is filled in. Nothing was saved.',
      invalid: 'That setting was not accepted. Nothing was changed.',
    },
    practice: { only: 'That exists in practice only. Nothing was done.' },
  },
  {
    setup: {
      done: 'Kassan är redan installerad. Inget ändrades. Det ägaren får ändra finns under Inställningar.',
      locked: 'Installationen går bara vidare med ägarens PIN-kod. Inget ändrades. Ange koden först.',
      'no-owner':
        'Installationen kan inte avslutas utan en PIN-kod för ägaren. Inget sparades. Gå tillbaka till sidan om ägaren och välj en.',
      'not-now': 'Sidan kan inte besvaras än. Inget sparades. Svara på sidorna före den först.',
      'pin-weak': 'PIN-koden ska ha 4 till 12 siffror, inte alla lika och inte i följd. Inget sparades. Välj en annan.',
      'pin-mismatch': 'PIN-koderna är olika. Inget sparades. Skriv samma kod två gånger.',
      'name-missing': 'Namnet saknas. Inget sparades. Fyll i det.',
      'number-missing': 'Kassörens nummer saknas. Inget sparades. Fyll i det.',
      'orgnr-invalid': 'Organisationsnumret stämmer inte. Inget sparades. Det har tio siffror, som 556677-8899; kontrollera var och en.',
      'address-missing': 'Butikens adress saknas. Inget sparades. Lagen kräver den på kvittot.',
      'vat-missing': 'Minst en momssats behövs, och satsen för fria belopp måste vara en av dem. Inget sparades.',
      'currency-refused': 'SEQR tar bara valutor med två decimaler. Inget sparades. Välj en annan valuta.',
      'currency-fixed': 'Journalen förs redan i en annan valuta. Inget sparades. Välj den från förut.',
      'reseller-missing': 'Återförsäljar-id, användar-id och lösenord behövs alla. Inget sparades. De står i brevet från SEQR.',
      'consent-needed':
        'Den här datorn kan inte skydda lösenord. Inget sparades. Tillåt att de sparas oskyddade, eller använd en annan dator.',
      'terminal-name-missing': 'Terminalen behöver ett namn och ett externt id. Inget registrerades. Fyll i båda.',
      'seqr-id-invalid':
        'Ett SEQR-id har bara bokstäver och siffror, högst 40. Inget skickades. Skriv det som det står på dekalen, eller skanna.',
      'not-finished': 'Testbetalningen är inte betald än, så installationen kan inte avslutas. Gör betalningen och gå vidare.',
      'test-not-paid': 'Testbetalningen blev inte betald. Inga pengar är tagna. Försök en gång till.',
    },
    pin: {
      wrong: 'Det är inte ägarens PIN-kod. Inget ändrades. Försök igen.',
      damaged:
        'Ägarens PIN-kod går inte att läsa längre. Inget ändrades. Välj en annan med återställningskoden: under Inställningar, Ägare.',
      busy: 'Andra PIN-koder prövas just nu. Inget ändrades. Försök igen om ett ögonblick.',
      'recovery-wrong': 'Det är inte kassans återställningskod. Inget ändrades. Kontrollera varje tecken och försök igen.',
      'no-code': 'Återställningskoden visas en gång, och det var ett tag sedan. Inget sparades. Gör en ny.',
      needed: 'Det här kräver ägarens PIN-kod. Inget ändrades. Ange den och försök igen.',
      none: 'Ingen PIN-kod är vald för ägaren än, så inget gjordes. Välj en i installationen först.',
      locked: 'För många felaktiga PIN-koder. Inget ändrades. Försök igen om {{seconds}} s.',
    },
    cashier: {
      'number-missing': 'Kassören behöver ett nummer. Inget sparades.',
      'name-missing': 'Kassören behöver ett namn. Inget sparades.',
      unknown: 'Det finns ingen kassör med det numret. Inget ändrades.',
      'too-many': 'Det finns så många kassörer som Kassa rymmer. Inget sparades. Ge ett nummer som inte används längre ett nytt namn.',
    },
    product: {
      'name-missing': 'Varan behöver ett namn.',
      'too-many': 'Det finns så många varor som Kassa rymmer. Inget sparades. Ändra en som inte säljs längre.',
      'price-not-positive': 'Priset måste vara mer än noll.',
      'vat-rate-unknown': 'Välj en av butikens momssatser.',
      'ean-length': 'En EAN-kod har 8, 12 eller 13 siffror.',
      'ean-digits': 'En EAN-kod har bara siffror.',
      'ean-check-digit': 'Sista siffran passar inte de andra. Kontrollera varje siffra.',
      'ean-taken': 'En annan vara har redan den EAN-koden. Kontrollera numret, eller ändra den varan.',
      'sku-taken': 'En annan vara har redan det artikelnumret. Välj ett annat.',
      'category-missing': 'Varan behöver en kategori.',
      'text-too-long': 'Texten är för lång.',
      'not-found': 'Varan finns inte längre. Inget sparades.',
    },
    preferences: {
      'shortcut-taken': 'Tangenten gör redan något annat. Inget ändrades. Välj en annan.',
      'template-invalid': 'Mallen måste innehålla {id} och bli högst 32 tecken när den är ifylld. Inget sparades.',
      invalid: 'Inställningen godtogs inte. Inget ändrades.',
    },
    practice: { only: 'Det finns bara i övning. Inget gjordes.' },
  },
);
