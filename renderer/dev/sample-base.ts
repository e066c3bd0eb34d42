import type { Snapshot } from '../../src/contract/index.ts';
import { money } from '../../src/money/index.ts';
import { SOME_SALE } from './sample-sale.ts';

/** A second of the minute in which everything in the samples happens. */
export const at = (second: number) => `2025-11-22T14:32:${String(second).padStart(2, '0')}.000+01:00`;

/** A till in practice that has sold before. */
export const BASE: Snapshot = {
  seq: 1,
  appVersion: '0.1.0',
  mode: 'practice',
  loyalty: {
    acknowledgment: 'withCard',
    memberships: [{ tokenId: 'KASSA_CLUB', name: 'Kassa Club', discountHundredths: 1_000, cardPrefix: '9752' }],
    blockedCards: [],
  },
  tabRules: { mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', minutes: 120, salesWithTab: false },
  tabs: [],
  lastUserId: null,
  preferences: {
    language: 'en',
    receiptLanguage: 'sv',
    theme: 'light',
    sounds: { scan: true, paid: true, attention: true },
    printer: { deviceName: 'EPSON TM-T20', paper: '80mm' },
    shortcuts: {},
    qrSource: 'terminal',
    clientReferenceTemplate: '{id}',
    clientId: 'Kassa {version}',
  },
  shop: { name: 'Kafé Kastanjen', currency: 'SEK', vatRates: [2500, 1200, 600, 0], defaultVatRate: 1200 },
  register: 'Kassa 1',
  cashiers: [
    { number: '1', name: 'Anna' },
    { number: '2', name: 'Björn' },
  ],
  cashier: { number: '1', name: 'Anna' },
  day: { close: null, whyNot: null, scope: 'terminal', absenceHours: 72, passwordKept: false, lastNumber: 0, revision: 0, report: null },
  setup: {
    done: true,
    step: 'testPayment',
    completed: ['service', 'business', 'owner', 'reseller', 'terminal', 'seqrId', 'sticker', 'testPayment'],
    service: { kind: 'simulator', endpoint: null, provedInMs: 12 },
    business: {
      name: 'Kafé Kastanjen AB',
      organisationNumber: '556677-8899',
      address: ['Storgatan 1', '111 22 Stockholm'],
      currency: 'SEK',
      vatRates: [2500, 1200, 600, 0],
      defaultVatRate: 1200,
    },
    currencyFixed: true,
    locked: false,
    owner: { pinSet: true, recoverBy: 'code', cashierNumber: '1', cashierName: 'Anna' },
    reseller: { id: 'reseller', userId: '9900', passwordGiven: true },
    terminal: { name: 'Kassa 1', externalTerminalId: 'kassa-1', terminalId: 'b1946ac9' },
    seqrId: '1002003',
    secrets: { protection: 'keychain', consent: false },
    testPaid: true,
    busy: null,
    problem: null,
  },
  sale: SOME_SALE,
  payment: null,
  unresolved: [],
  disbursement: { revision: 0, current: null },
  lastReceipt: { number: 1041, total: money(8400, 'SEK'), issuedAt: at(0) },
  printJobs: [],
  receiptsToSubmit: 0,
  seqrContact: { ageMs: 200, tookMs: 38 },
  health: [
    { check: 'registered', state: 'good', problem: null },
    { check: 'password', state: 'good', problem: null },
    { check: 'clock', state: 'checking', problem: null },
    { check: 'disk', state: 'good', problem: null },
    { check: 'printer', state: 'bad', problem: { code: 'health.printer' } },
    { check: 'attempts', state: 'unknown', problem: null },
    { check: 'journal', state: 'good', problem: null },
  ],
  notices: [],
  catalogueRevision: 1,
};
