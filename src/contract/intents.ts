import { z } from 'zod';
import { LANGUAGES } from '../language/language.ts';
import { CURRENCIES } from '../money/index.ts';
import { RESERVATION_MODES } from '../protocol/index.ts';
import { dayIntents } from './day-intents.ts';
import { disbursementIntents } from './disbursement-intents.ts';
import { loyaltySchema, tabsSchema } from './shop-rules.ts';
import { SHORTCUT_ACTIONS } from './shortcut-actions.ts';

/*
 * What a window may ask for. Parsed with these schemas in main before the core sees it (security §17). An intent about
 * a payment names the attempt and the state number that the window was showing; a stale one has no effect (PF-26).
 */

const id = z.string().min(1).max(64);
const minor = z.int().min(-9_999_999_999).max(9_999_999_999);
const text = (max: number) => z.string().max(max);
const pin = text(12).regex(/^\d{4,12}$/);
const vatRate = z.int().min(0).max(10_000);
const quantityMilli = z.int().min(-99_999_999).max(99_999_999);
const currency = z.enum(CURRENCIES);
const discount = z
  .union([z.object({ kind: z.literal('percent'), hundredths: z.int().min(1).max(10_000) }), z.object({ kind: z.literal('amount'), minor })])
  .nullable();
const language = z.enum(LANGUAGES);

const attempt = { attemptId: id, stateNumber: z.int().min(0) };

const business = {
  name: text(80),
  organisationNumber: text(20),
  address: z.array(text(60)).max(4),
  currency,
  vatRates: z.array(vatRate).min(1).max(8),
  defaultVatRate: vatRate,
};

export const productDraftSchema = z.object({
  /** Null: a new product. */
  id: id.nullable(),
  name: text(80),
  priceMinor: minor,
  vatRate,
  unit: z.enum(['EA', 'KGM', 'LTR', 'MTR']),
  category: text(40),
  ean: text(14),
  sku: text(40),
});
export type ProductDraft = z.infer<typeof productDraftSchema>;

/** What is to change, and nothing else: what a patch does not name stays, also within `sounds` and `printer`. */
export const preferencesPatchSchema = z
  .object({
    language,
    receiptLanguage: language,
    theme: z.enum(['system', 'light', 'dark']),
    sounds: z.object({ scan: z.boolean(), paid: z.boolean(), attention: z.boolean() }).partial(),
    printer: z.object({ deviceName: text(200).nullable(), paper: z.enum(['80mm', '58mm', 'A4']) }).partial(),
    shortcuts: z.partialRecord(z.enum(SHORTCUT_ACTIONS), text(40)),
  })
  .partial();

export const intentSchema = z.discriminatedUnion('kind', [
  // The sale.
  z.object({ kind: z.literal('sale.scan'), code: text(80), quantityMilli: quantityMilli.optional() }),
  z.object({ kind: z.literal('sale.addProduct'), productId: id, quantityMilli: quantityMilli.optional() }),
  /** An amount from the keypad, at the default VAT rate. */
  z.object({ kind: z.literal('sale.addAmount'), minor, quantityMilli: quantityMilli.optional() }),
  z.object({ kind: z.literal('sale.addFree'), name: text(80), minor, vatRate, quantityMilli: quantityMilli.optional() }),
  z.object({ kind: z.literal('sale.setQuantity'), rowId: id, quantityMilli }),
  z.object({ kind: z.literal('sale.setRowDiscount'), rowId: id, discount }),
  z.object({ kind: z.literal('sale.setSaleDiscount'), discount }),
  z.object({ kind: z.literal('sale.setNote'), note: text(200).nullable() }),
  z.object({ kind: z.literal('sale.removeMember') }),
  z.object({ kind: z.literal('sale.removeRow'), rowId: id }),
  z.object({ kind: z.literal('sale.select'), rowId: id }),
  z.object({ kind: z.literal('sale.undo') }),
  z.object({ kind: z.literal('sale.void'), revision: z.int() }),
  z.object({ kind: z.literal('sale.charge'), revision: z.int() }),

  // The payment.
  z.object({ kind: z.literal('payment.cancel'), ...attempt }),
  z.object({ kind: z.literal('payment.keepWaiting'), ...attempt }),
  z.object({ kind: z.literal('payment.sendAgain'), ...attempt }),
  z.object({ kind: z.literal('payment.giveUp'), ...attempt }),
  z.object({ kind: z.literal('payment.customerSaysPaid'), ...attempt }),
  z.object({ kind: z.literal('payment.setAside'), ...attempt }),
  z.object({ kind: z.literal('payment.dismiss'), ...attempt }),
  /** A supervisor gives the rows of a payment that was set aside back to the counter, to be charged another way (PF-16). */
  z.object({ kind: z.literal('payment.free'), ...attempt, pin }),
  /** SEQR took less than was asked for, and a supervisor takes that as a part: the rest is on the counter to be paid (PF-08). */
  z.object({ kind: z.literal('payment.takePart'), ...attempt, pin }),
  /** SEQR will never refund this payment, and its customer has the money otherwise: how, in the reason (PF-06). */
  z.object({ kind: z.literal('payment.closeRefused'), ...attempt, reason: text(200), pin }),
  z.object({ kind: z.literal('payment.didPrint'), ...attempt, printed: z.boolean() }),
  /** Change the sale while the customer has not scanned; leave it as it was; tell SEQR (PF-25). */
  z.object({ kind: z.literal('payment.change'), ...attempt }),
  z.object({ kind: z.literal('payment.leaveUnchanged'), ...attempt }),
  z.object({ kind: z.literal('payment.update'), ...attempt, revision: z.int() }),
  z.object({ kind: z.literal('payment.swipeCard'), ...attempt, code: text(80) }),

  // Tabs (PF-29): reserve, add to, put away, take the money. `payment.cancel` releases one.
  z.object({
    kind: z.literal('tab.open'),
    revision: z.int(),
    name: text(40),
    mode: z.enum(RESERVATION_MODES),
    minutes: z.int().min(1).max(1_440),
  }),
  z.object({ kind: z.literal('tab.edit'), ...attempt }),
  z.object({ kind: z.literal('tab.keep'), ...attempt, revision: z.int() }),
  /** `revision` of the open sale if that is the tab's; null: what the tab has kept. */
  z.object({ kind: z.literal('tab.capture'), ...attempt, revision: z.int().nullable() }),
  z.object({ kind: z.literal('unresolved.dismiss'), itemId: id, ...attempt }),

  // Paper.
  /** The last receipt or one from the journal; the core decides between original and KOPIA (PF-28). */
  z.object({ kind: z.literal('receipt.print'), number: z.int().min(1) }),
  z.object({ kind: z.literal('receipt.savePdf'), number: z.int().min(1) }),
  z.object({ kind: z.literal('print.retry'), jobId: id }),
  z.object({ kind: z.literal('print.abandon'), jobId: id }),

  // Refunds and pay-outs.
  ...disbursementIntents,

  // Products and people.
  z.object({ kind: z.literal('product.save'), product: productDraftSchema }),
  z.object({ kind: z.literal('product.retire'), productId: id, retired: z.boolean() }),
  z.object({ kind: z.literal('cashier.select'), number: text(10) }),
  z.object({ kind: z.literal('cashier.save'), pin, number: text(10), name: text(40) }),

  // The close of day and SEQR's reports.
  ...dayIntents,

  // Set-up: one intent a page; each answers when SEQR has.
  z.object({ kind: z.literal('setup.practise') }),
  z.object({
    kind: z.literal('setup.go'),
    step: z.enum(['service', 'business', 'owner', 'reseller', 'terminal', 'seqrId', 'sticker', 'testPayment']),
  }),
  z.object({
    kind: z.literal('setup.service'),
    service: z.union([z.object({ kind: z.literal('simulator') }), z.object({ kind: z.literal('endpoint'), endpoint: text(300) })]),
  }),
  z.object({ kind: z.literal('setup.business'), ...business }),
  /** `pinNow`: the owner's PIN as it is, without which it is not changed. A `pin` left empty keeps it. */
  z.object({
    kind: z.literal('setup.owner'),
    pin: text(12),
    pinAgain: text(12),
    pinNow: pin.optional(),
    cashierNumber: text(10),
    cashierName: text(40),
  }),
  z.object({ kind: z.literal('setup.reseller'), id: text(80), userId: text(40), password: text(200), consent: z.boolean() }),
  z.object({ kind: z.literal('setup.terminal'), name: text(60), externalTerminalId: text(80) }),
  z.object({ kind: z.literal('setup.assignSeqrId'), seqrId: text(80) }),
  z.object({ kind: z.literal('setup.stickerDone') }),
  z.object({ kind: z.literal('setup.saveSticker') }),
  z.object({ kind: z.literal('setup.testPayment') }),
  z.object({ kind: z.literal('setup.finish') }),
  /** Leave practice and set up the real service; practice's journal stays where it is. Where an owner's PIN was chosen, with it. */
  z.object({ kind: z.literal('setup.leavePractice'), pin: pin.optional() }),

  // Settings; what is dangerous needs the owner's PIN.
  z.object({ kind: z.literal('preferences.change'), patch: preferencesPatchSchema }),
  z.object({ kind: z.literal('owner.check'), pin }),
  /** Another PIN. */
  z.object({ kind: z.literal('owner.change'), pin, newPin: text(12), newPinAgain: text(12) }),
  /** Another recovery code in place of the old one: `detail` of the result. */
  z.object({ kind: z.literal('owner.newCode'), pin }),
  /** A forgotten PIN: another one, by the recovery code, or by the reseller's password where the till keeps it. */
  z.object({ kind: z.literal('owner.recover'), code: text(200), newPin: text(12), newPinAgain: text(12) }),
  /** The code that was told a moment ago, as a file. */
  z.object({ kind: z.literal('owner.saveCode') }),
  /** What goes with every call to SEQR, and which code customers scan (PF-19, PF-20). */
  z.object({
    kind: z.literal('wire.change'),
    pin,
    qrSource: z.enum(['terminal', 'invoice']),
    clientReferenceTemplate: text(32),
    clientId: text(80),
  }),
  z.object({ kind: z.literal('business.change'), pin, ...business }),
  z.object({ kind: z.literal('loyalty.change'), pin, ...loyaltySchema.shape }),
  z.object({ kind: z.literal('tabs.change'), pin, ...tabsSchema.shape }),
  z.object({ kind: z.literal('terminal.assignSeqrId'), pin, seqrId: text(80) }),
  /** `unclosed`: though it has sales that no close covers; the next close tries to close them as a former terminal's. */
  z.object({ kind: z.literal('terminal.unregister'), pin, unclosed: z.boolean().optional() }),
  z.object({ kind: z.literal('health.check') }),
  z.object({ kind: z.literal('notice.dismiss'), noticeId: id }),
  /** The window's system says that the network is back: every open attempt is asked about at once (PF-04). */
  z.object({ kind: z.literal('network.online') }),

  // Windows.
  z.object({ kind: z.literal('window.customerDisplay'), open: z.boolean() }),
  z.object({ kind: z.literal('window.phone') }),
]);
export type Intent = z.infer<typeof intentSchema>;
export type IntentKind = Intent['kind'];
export type IntentOf<Kind extends IntentKind> = Extract<Intent, { kind: Kind }>;
