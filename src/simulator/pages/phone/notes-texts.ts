/** What the phone adds when the shop has done something to the purchase. `{…}` is filled in by the page. */
export interface NotesTexts {
  readonly was: string;
  readonly cardPending: string;
  readonly cardUsed: string;
  readonly cardRefused: string;
  readonly endsIn: string;
  readonly soFar: string;
  readonly settled: string;
  readonly settledWhole: string;
  readonly released: readonly [title: string, text: string];
  readonly timedOut: readonly [title: string, text: string];
  readonly offerAdd: string;
  readonly offerReplace: string;
  readonly keepCard: string;
  readonly replaceCard: string;
  readonly noCard: string;
  readonly cardKept: string;
}

export const NOTES_TEXTS: { readonly en: NotesTexts; readonly sv: NotesTexts } = {
  en: {
    was: 'was {amount}',
    cardPending: 'The shop sees your card {card}.',
    cardUsed: 'Your card {card} is used.',
    cardRefused: 'The shop did not take your card {card}.',
    endsIn: 'Released by itself in {time}.',
    soFar: 'So far {amount}.',
    settled: '{reserved} was reserved. The rest is yours again.',
    settledWhole: 'The reserved amount is paid.',
    released: ['Released', 'The shop let go of the reserved amount. Nothing was charged.'],
    timedOut: ['Released', 'The shop did not settle in time. Nothing was charged.'],
    offerAdd: 'Keep your card {card} on this phone?',
    offerReplace: 'Keep your card {card} on this phone, in the place of {old}?',
    keepCard: 'Keep card',
    replaceCard: 'Replace card',
    noCard: 'Not now',
    cardKept: 'Your card {card} is on this phone now.',
  },
  sv: {
    was: 'var {amount}',
    cardPending: 'Butiken ser ditt kort {card}.',
    cardUsed: 'Ditt kort {card} används.',
    cardRefused: 'Butiken tog inte ditt kort {card}.',
    endsIn: 'Släpps av sig självt om {time}.',
    soFar: 'Hittills {amount}.',
    settled: '{reserved} var reserverat. Resten är ditt igen.',
    settledWhole: 'Det reserverade beloppet är betalt.',
    released: ['Släppt', 'Butiken släppte det reserverade beloppet. Inget har dragits.'],
    timedOut: ['Släppt', 'Butiken gjorde inte upp i tid. Inget har dragits.'],
    offerAdd: 'Spara ditt kort {card} i telefonen?',
    offerReplace: 'Spara ditt kort {card} i telefonen, i stället för {old}?',
    keepCard: 'Spara kortet',
    replaceCard: 'Byt kort',
    noCard: 'Inte nu',
    cardKept: 'Ditt kort {card} finns nu i telefonen.',
  },
};
