import { section } from './section.ts';

/** Words that the core itself puts on invoices, receipts and rows. */
export const core = section(
  {
    amountRow: 'Goods',
    /** Of a sale of which the customer has paid a part: the part, and what is left. */
    partRow: 'Part of: {{name}}',
    restRow: 'Rest of receipt {{number}}: {{name}}',
    unexplainedRow: 'Payment without a receipt',
    testRow: 'Test payment',
    invoiceFooter: 'Thank you for shopping with us',
    practiceCashier: 'Practice',
    practiceRegister: 'Practice till',
    practiceMembership: 'Kassa Club',
    recoveryCodeFile: 'kassa-recovery-code',
    recoveryCode:
      'Recovery code of the till of {{shop}}\n\n{{code}}\n\nWhoever has forgotten the owner’s PIN chooses another with it. Print this, lock it away, and delete the file.\n',
  },
  {
    amountRow: 'Varor',
    partRow: 'Del av: {{name}}',
    restRow: 'Rest av kvitto {{number}}: {{name}}',
    unexplainedRow: 'Betalning utan kvitto',
    testRow: 'Testbetalning',
    invoiceFooter: 'Tack för att du handlar hos oss',
    practiceCashier: 'Övning',
    practiceRegister: 'Övningskassa',
    practiceMembership: 'Kassaklubben',
    recoveryCodeFile: 'kassa-aterstallningskod',
    recoveryCode:
      'Återställningskod för kassan hos {{shop}}\n\n{{code}}\n\nDen som har glömt ägarens PIN-kod väljer en ny med den. Skriv ut det här, lås in det och ta bort filen.\n',
  },
);
