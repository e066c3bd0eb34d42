/** The words of the customer's phone. `{…}` is filled in by the page. */
export interface PhoneTexts {
  readonly title: string;
  readonly practice: string;
  readonly codeLabel: string;
  readonly codeHint: string;
  readonly scan: string;
  readonly stop: string;
  readonly waitingTitle: string;
  readonly waitingText: string;
  readonly toPay: string;
  readonly rows: string;
  readonly pin: string;
  readonly pinHint: string;
  readonly pinDigits: string;
  readonly erase: string;
  readonly pay: string;
  readonly toReserve: string;
  readonly reserve: string;
  readonly decline: string;
  readonly cancel: string;
  readonly again: string;
  readonly badCode: string;
  readonly unknownCode: string;
  readonly takenByAnother: string;
  readonly noContact: string;
  readonly reference: string;
  readonly held: readonly [title: string, text: string];
  readonly inBank: readonly [title: string, text: string];
  readonly reserved: readonly [title: string, text: string];
  readonly paid: readonly [title: string, text: string];
  readonly reversed: readonly [title: string, text: string];
  readonly failed: readonly [title: string, text: string];
  readonly expired: readonly [title: string, text: string];
  readonly canceledByCustomer: readonly [title: string, text: string];
  readonly canceledByTill: readonly [title: string, text: string];
}

export const PHONE_TEXTS: { readonly en: PhoneTexts; readonly sv: PhoneTexts } = {
  en: {
    title: 'The customer’s phone',
    practice: 'PRACTICE · no real money',
    codeLabel: 'Code',
    codeHint: 'What the QR code at the till says, or the number under it.',
    scan: 'Scan',
    stop: 'Stop waiting',
    waitingTitle: 'Waiting for amount',
    waitingText: 'The till has not sent an amount yet. It appears here by itself.',
    toPay: 'To pay',
    rows: 'What you pay for',
    pin: 'PIN',
    pinHint: 'Any four digits. The bank declines 0000.',
    pinDigits: '{count} of 4 digits entered',
    erase: 'Erase',
    pay: 'Pay {amount}',
    toReserve: 'To reserve',
    reserve: 'Reserve {amount}',
    decline: 'Decline',
    cancel: 'Cancel',
    again: 'Scan another code',
    badCode: 'This is not a SEQR code.',
    unknownCode: 'No till has this code.',
    takenByAnother: 'Another customer has scanned this code. Ask at the till.',
    noContact: 'The service does not answer. Trying again.',
    reference: 'Reference',
    held: ['Waiting for the shop', 'The till confirms your purchase first. The amount may change.'],
    inBank: ['Paying', 'Your bank is confirming the payment.'],
    reserved: ['Reserved', 'Nothing is paid until the shop settles it.'],
    paid: ['Paid', 'Show this to the cashier if you are asked.'],
    reversed: ['Your money is back', 'The till did not ask in time, so the payment was returned.'],
    failed: ['Not paid', 'Your bank declined the payment. Nothing was charged.'],
    expired: ['Too late', 'The time to pay ran out. Nothing was charged.'],
    canceledByCustomer: ['Cancelled', 'You cancelled. Nothing was charged.'],
    canceledByTill: ['Cancelled', 'The till cancelled. Nothing was charged.'],
  },
  sv: {
    title: 'Kundens telefon',
    practice: 'ÖVNING · inga riktiga pengar',
    codeLabel: 'Kod',
    codeHint: 'Det som kassans QR-kod säger, eller numret under den.',
    scan: 'Skanna',
    stop: 'Sluta vänta',
    waitingTitle: 'Väntar på belopp',
    waitingText: 'Kassan har inte skickat något belopp än. Det visas här av sig självt.',
    toPay: 'Att betala',
    rows: 'Det här betalar du för',
    pin: 'PIN-kod',
    pinHint: 'Fyra valfria siffror. Banken nekar 0000.',
    pinDigits: '{count} av 4 siffror ifyllda',
    erase: 'Sudda',
    pay: 'Betala {amount}',
    toReserve: 'Att reservera',
    reserve: 'Reservera {amount}',
    decline: 'Neka',
    cancel: 'Avbryt',
    again: 'Skanna en annan kod',
    badCode: 'Det här är ingen SEQR-kod.',
    unknownCode: 'Ingen kassa har den här koden.',
    takenByAnother: 'En annan kund har skannat den här koden. Fråga i kassan.',
    noContact: 'Tjänsten svarar inte. Försöker igen.',
    reference: 'Referens',
    held: ['Väntar på butiken', 'Kassan bekräftar köpet först. Beloppet kan ändras.'],
    inBank: ['Betalar', 'Banken bekräftar betalningen.'],
    reserved: ['Reserverat', 'Inget är betalt förrän butiken gör upp.'],
    paid: ['Betalt', 'Visa det här för kassören om du blir tillfrågad.'],
    reversed: ['Pengarna är tillbaka', 'Kassan frågade inte i tid, så betalningen har återförts.'],
    failed: ['Inte betalt', 'Banken nekade betalningen. Inget har dragits.'],
    expired: ['För sent', 'Tiden att betala gick ut. Inget har dragits.'],
    canceledByCustomer: ['Avbrutet', 'Du avbröt. Inget har dragits.'],
    canceledByTill: ['Avbrutet', 'Kassan avbröt. Inget har dragits.'],
  },
};
