import type { Intent } from '../../../contract/intents.ts';
import { isSelling, NOTHING, when } from './action.ts';
import type { Action, Offers, Seen } from './action.ts';
import { RESELLER_PASSWORD } from './template.ts';

/** Nobody's PIN so far, and of more than one digit. */
const newPin = (fresh: () => number): string => `70${String(fresh()).padStart(4, '0')}`;

/** A forgotten PIN: by the code, by the reseller's password, or in practice by nothing at all. */
function recoveries({ snapshot: { setup }, fresh, code }: Seen): Offers {
  const { recoverBy, pinSet, codeKept } = setup.owner;
  if (!pinSet && !codeKept) return NOTHING;
  const pin = newPin(fresh);
  const words = [
    ...(code === null ? [] : [code]),
    ...(recoverBy === 'codeOrPassword' ? [RESELLER_PASSWORD] : []),
    ...(recoverBy === 'nothing' ? [''] : []),
  ];
  return words.map((word): Intent => ({ kind: 'owner.recover', code: word, newPin: pin, newPinAgain: pin }));
}

/** One of the catalogue's products, at another price. */
async function newPrices({ till, fresh }: Seen): Promise<Offers> {
  const { products } = await till.call('catalogue');
  const priceMinor = 1_000 + ((fresh() * 137) % 4_000);
  return products.slice(0, 3).map(({ id, name, vatRate, unit, category, ean = '', sku = '' }): Intent => ({
    kind: 'product.save',
    product: { id, name, priceMinor, vatRate, unit, category, ean, sku },
  }));
}

async function retirements({ till }: Seen): Promise<Offers> {
  const { products } = await till.call('catalogue');
  return products.slice(0, 3).map(({ id, retired }): Intent => ({ kind: 'product.retire', productId: id, retired: !retired }));
}

/** What SEQR calls the shop's card, and its numbers: the phone's and the one that is swiped begin with them. */
const CLUB = { tokenId: 'KASSA_CLUB', name: 'Club', cardPrefix: '9752' };

/** What the owner and the cashiers change while the till sells. */
export const shopActions = {
  changePin({ snapshot, fresh, pin }) {
    const chosen = newPin(fresh);
    return when(snapshot.setup.owner.pinSet, { kind: 'owner.change', pin, newPin: chosen, newPinAgain: chosen });
  },
  newCode: ({ snapshot, pin }) => when(snapshot.setup.owner.pinSet, { kind: 'owner.newCode', pin }),
  recoverPin: recoveries,
  /** With the settings the PIN is lost: nobody is a supervisor before there is another. */
  recoverLostPin: (seen) => (seen.snapshot.setup.owner.pinSet ? NOTHING : recoveries(seen)),
  changeWire: ({ snapshot: { mode, preferences }, pin }) =>
    when(mode !== 'unset', {
      kind: 'wire.change',
      pin,
      qrSource: preferences.qrSource === 'terminal' ? 'invoice' : 'terminal',
      clientReferenceTemplate: preferences.clientReferenceTemplate === 'R{id}' ? '{id}' : 'R{id}',
      clientId: preferences.clientId,
    }),
  /** Of VAT rates the lowest comes and goes. */
  changeBusiness({ snapshot: { mode, setup }, pin }) {
    const { business } = setup;
    const vatRates = business.vatRates.includes(600) ? [2_500, 1_200] : [2_500, 1_200, 600];
    return when(mode !== 'unset', { kind: 'business.change', pin, ...business, address: [...business.address], vatRates });
  },
  /** The club's card takes a tenth off, a part of a percent, or nothing; and SEQR asks about it, or does not. */
  changeLoyalty: ({ snapshot: { mode }, pin }) =>
    mode === 'unset'
      ? NOTHING
      : (['withCard', 'always', 'never'] as const).map((acknowledgment, index): Intent => ({
          kind: 'loyalty.change',
          pin,
          acknowledgment,
          memberships: [{ ...CLUB, discountHundredths: [1_000, 33, 0][index] ?? 0 }],
          blockedCards: [],
        })),
  salesWithTab: ({ snapshot: { tabRules, mode }, pin }) =>
    when(mode !== 'unset', { kind: 'tabs.change', pin, ...tabRules, salesWithTab: !tabRules.salesWithTab }),
  preferences: ({ snapshot: { preferences } }) => [
    { kind: 'preferences.change', patch: { receiptLanguage: preferences.receiptLanguage === 'en' ? 'sv' : 'en' } },
    { kind: 'preferences.change', patch: { printer: { deviceName: preferences.printer.deviceName === null ? 'till' : null } } },
  ],
  newCashier: ({ snapshot, fresh, pin }) =>
    when(isSelling(snapshot), { kind: 'cashier.save', pin, number: String(2 + (fresh() % 7)), name: 'Bo' }),
  takeOver: ({ snapshot: { cashiers, cashier } }) =>
    cashiers.filter(({ number }) => number !== cashier?.number).map(({ number }): Intent => ({ kind: 'cashier.select', number })),
  newPrice: newPrices,
  retire: retirements,
} satisfies Record<string, Action>;
