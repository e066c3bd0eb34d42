import { section } from './section.ts';

/** "The customer says it is paid" (B9): what SEQR answers, what that means, what to do. */
export const claim = section(
  {
    asking: { title: 'Asking SEQR', text: 'A receipt on a phone is no proof: it may be of another purchase. Hand nothing over yet.' },
    notPaidYet: {
      title: 'SEQR answers: not paid yet',
      text: 'Ask the customer to look at the phone. It may still wait for their confirmation, or show the receipt of another purchase. Hand nothing over yet.',
    },
    confirming: {
      title: 'SEQR answers: not paid yet, the customer is confirming',
      text: 'Ask the customer to finish on the phone. Hand nothing over before this screen says PAID.',
    },
    reserved: {
      title: 'SEQR answers: reserved, not paid yet',
      text: 'The phone may already show it as paid. Kassa keeps asking: wait, and hand nothing over before this screen says PAID.',
    },
    oddStatus: {
      title: 'SEQR answers “{{status}}”, which Kassa does not know',
      text: 'It may or may not be paid. Kassa keeps asking; call support before you take money another way.',
    },
    noWord: {
      title: 'SEQR has given no answer about it',
      text: 'If Kassa’s questions reach SEQR, a payment stands and shows here with the next answer; if not, SEQR returns it by itself after 20 s. Take no other payment, hand nothing over.',
    },
    refused: {
      title: 'SEQR does not say how it stands (code {{code}})',
      text: 'Kassa keeps asking; if SEQR goes on refusing, its report of the day or its letter tells. Take no other payment, hand nothing over.',
    },
    keychain: {
      title: 'SEQR cannot be asked: the keychain does not answer',
      text: 'SEQR returns a payment by itself when no till asks about it for 20 s. Unlock the keychain of this computer: Kassa asks at once. Hand nothing over.',
    },
    passwordLost: {
      title: 'SEQR cannot be asked: the password of the terminal is lost',
      text: 'SEQR returns a payment by itself when no till asks about it for 20 s. What became of it, SEQR’s report or letter tells. Hand nothing over.',
    },
  },
  {
    asking: { title: 'Frågar SEQR', text: 'Ett kvitto i en telefon är inget bevis: det kan gälla ett annat köp. Lämna inte ut något än.' },
    notPaidYet: {
      title: 'SEQR svarar: inte betalt än',
      text: 'Be kunden titta i telefonen. Den kan vänta på kundens bekräftelse, eller visa kvittot för ett annat köp. Lämna inte ut något än.',
    },
    confirming: {
      title: 'SEQR svarar: inte betalt än, kunden bekräftar',
      text: 'Be kunden slutföra i telefonen. Lämna inte ut något förrän skärmen säger BETALT.',
    },
    reserved: {
      title: 'SEQR svarar: reserverat, inte betalt än',
      text: 'Telefonen kan redan visa det som betalt. Kassa frågar vidare: vänta, och lämna inte ut något förrän skärmen säger BETALT.',
    },
    oddStatus: {
      title: 'SEQR svarar ”{{status}}”, som Kassa inte känner till',
      text: 'Det kan vara betalt eller inte. Kassa frågar vidare; ring supporten innan du tar betalt på annat sätt.',
    },
    noWord: {
      title: 'SEQR har inte gett något svar om den',
      text: 'Når Kassas frågor SEQR så gäller betalningen och syns här med nästa svar; annars lämnar SEQR själv tillbaka den efter 20 s. Ta inte betalt igen, lämna inte ut något.',
    },
    refused: {
      title: 'SEQR säger inte hur det står till (kod {{code}})',
      text: 'Kassa frågar vidare; fortsätter SEQR att vägra ger dagens rapport eller SEQR:s brev besked. Ta inte betalt igen, lämna inte ut något.',
    },
    keychain: {
      title: 'SEQR kan inte tillfrågas: nyckelringen svarar inte',
      text: 'SEQR lämnar själv tillbaka en betalning som ingen kassa frågar om på 20 s. Lås upp datorns nyckelring: Kassa frågar genast. Lämna inte ut något.',
    },
    passwordLost: {
      title: 'SEQR kan inte tillfrågas: terminalens lösenord är förlorat',
      text: 'SEQR lämnar själv tillbaka en betalning som ingen kassa frågar om på 20 s. Hur det gick säger SEQR:s rapport eller brev. Lämna inte ut något.',
    },
  },
);
