import type { Language } from '../language/language.ts';

/** Every word on a receipt that is not data. */
export interface ReceiptWords {
  readonly practice: string;
  readonly practiceNote: string;
  readonly copy: string;
  readonly copyNote: string;
  /** The mark of a return. */
  readonly returned: string;
  /** The mark of the counter-receipt of a payment that SEQR took back. */
  readonly reversed: string;
  /** Why there is one. */
  readonly reversedWhy: string;
  readonly organisationNumber: string;
  readonly receipt: string;
  readonly returnReceipt: string;
  /** Before the number of the receipt that is returned. */
  readonly returns: string;
  readonly soldAt: string;
  readonly paymentReference: string;
  readonly reason: string;
  readonly register: string;
  readonly cashier: string;
  readonly member: string;
  /** Right behind a price for one piece. */
  readonly each: string;
  readonly discount: string;
  readonly subtotal: string;
  readonly saleDiscount: string;
  readonly memberDiscount: string;
  readonly total: string;
  /** The law's "VAT in all". */
  readonly vatTotal: string;
  readonly vat: string;
  readonly net: string;
  readonly seqrPayment: string;
  readonly seqrRefund: string;
  readonly seqrReversal: string;
  readonly ersReference: string;
  readonly invoiceReference: string;
  readonly referenceMissing: string;
  readonly correlationId: string;
  readonly completedAfterRestart: string;
  readonly notCertified: string;
}

/** The receipt's own words, apart from the screen's (till-features C13). KOPIA is fixed text in every language. */
export const RECEIPT_WORDS: Readonly<Record<Language, ReceiptWords>> = {
  en: {
    practice: 'PRACTICE',
    practiceNote: 'No real money. Not a receipt.',
    copy: 'KOPIA',
    copyNote: 'Copy of a receipt',
    returned: 'RETURN',
    reversed: 'PAYMENT REVERSED',
    reversedWhy: 'SEQR took the payment back',
    organisationNumber: 'Org. no.',
    receipt: 'Receipt',
    returnReceipt: 'Return receipt',
    returns: 'Returns receipt',
    soldAt: 'of',
    paymentReference: 'Payment’s reference',
    reason: 'Reason',
    register: 'Register',
    cashier: 'Cashier',
    member: 'Member',
    each: ' each',
    discount: 'Discount',
    subtotal: 'Subtotal',
    saleDiscount: 'Discount on the sale',
    memberDiscount: 'Member’s discount',
    total: 'Total',
    vatTotal: 'VAT in all',
    vat: 'VAT',
    net: 'net',
    seqrPayment: 'SEQR payment',
    seqrRefund: 'SEQR refund',
    seqrReversal: 'SEQR payment taken back',
    ersReference: 'SEQR reference',
    invoiceReference: 'Invoice reference',
    referenceMissing: 'Paid, reference missing',
    correlationId: 'Payment id',
    completedAfterRestart: 'Completed after a restart of the till',
    notCertified: 'Not a certified cash register',
  },
  sv: {
    practice: 'ÖVNING',
    practiceNote: 'Inga riktiga pengar. Inget kvitto.',
    copy: 'KOPIA',
    copyNote: 'Kopia av kvitto',
    returned: 'RETUR',
    reversed: 'BETALNING ÅTERTAGEN',
    reversedWhy: 'SEQR tog tillbaka betalningen',
    organisationNumber: 'Org.nr',
    receipt: 'Kvitto',
    returnReceipt: 'Returkvitto',
    returns: 'Avser kvitto',
    soldAt: 'från',
    paymentReference: 'Betalningens referens',
    reason: 'Orsak',
    register: 'Kassa',
    cashier: 'Kassör',
    member: 'Medlem',
    each: '/st',
    discount: 'Rabatt',
    subtotal: 'Delsumma',
    saleDiscount: 'Rabatt på köpet',
    memberDiscount: 'Medlemsrabatt',
    total: 'Totalt',
    vatTotal: 'Moms totalt',
    vat: 'Moms',
    net: 'netto',
    seqrPayment: 'SEQR-betalning',
    seqrRefund: 'SEQR-återbetalning',
    seqrReversal: 'SEQR-betalning återtagen',
    ersReference: 'SEQR-referens',
    invoiceReference: 'Fakturareferens',
    referenceMissing: 'Betald, referens saknas',
    correlationId: 'Betalnings-id',
    completedAfterRestart: 'Slutfört efter omstart av kassan',
    notCertified: 'Inte ett certifierat kassaregister',
  },
};
