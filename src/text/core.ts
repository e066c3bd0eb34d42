import { section } from './section.ts';

/** Words that the core itself puts on invoices, receipts and rows. */
export const core = section(
  {
    amountRow: 'Goods',
    testRow: 'Test payment',
    invoiceFooter: 'Thank you for shopping with us',
    practiceCashier: 'Practice',
    practiceRegister: 'Practice till',
    practiceMembership: 'Kassa Club',
  },
  {
    amountRow: 'Varor',
    testRow: 'Testbetalning',
    invoiceFooter: 'Tack för att du handlar hos oss',
    practiceCashier: 'Övning',
    practiceRegister: 'Övningskassa',
    practiceMembership: 'Kassaklubben',
  },
);
