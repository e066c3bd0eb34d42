import type { Hands } from './hands.ts';

/** Whom a scan takes for the customer, unless it says otherwise. */
type Customer = string | undefined;

/** A customer scans what the till shows, and pays. @returns whether there was something to pay */
export async function payFor(hands: Hands, customer?: Customer): Promise<boolean> {
  const { payment } = await hands.look();
  return payment !== null && payAt(hands, payment.code, customer);
}

/** The same by the code: the till need not be running. False: nothing waits there, or somebody has been quicker. */
export async function payAt({ shop: { seqr } }: Pick<Hands, 'shop'>, code: string, customer?: Customer): Promise<boolean> {
  try {
    const { invoiceReference } = await seqr.scan(code, customer);
    await seqr.pay(invoiceReference);
    return true;
  } catch {
    return false;
  }
}
