import { fromDecimal, toDecimal } from '../../money/index.ts';
import type { Currency, Money } from '../../money/index.ts';
import type { Answer, CallContext, CustomerToken, Invoice, Operation, PaymentReceipt, PaymentStatus } from '../../protocol/index.ts';
import type { CustomerToken as CustomerTokenOnWire, RequestOf, ReturnOf } from '../../simulator/testing/index.ts';

/*
 * What the till says and hears, in the simulator's words and back, without a message in between: for tests that put the
 * simulator's own logic behind the till's interface.
 */

export function answered<N extends Operation, Value>(
  returned: ReturnOf<N>,
  value: (returned: ReturnOf<N>) => Value,
  tookMs: number,
): Answer<Value> {
  return {
    kind: 'answered',
    resultCode: returned.resultCode,
    resultDescription: returned.resultDescription ?? '',
    ersReference: returned.ersReference ?? null,
    value: value(returned),
    serverDateMs: null,
    tookMs,
  };
}

export function wireContext({ credentials, clientReference }: CallContext): RequestOf<'cancelInvoice'>['context'] {
  return {
    clientReference,
    clientRequestTimeout: 0,
    initiatorPrincipalId: {
      id: credentials.id,
      type: credentials.type,
      ...(credentials.type === 'RESELLERUSER' ? { userId: credentials.userId } : {}),
    },
    password: credentials.password,
  };
}

export function wireAmount(money: Money): { readonly currency: string; readonly value: string } {
  return { currency: money.currency, value: toDecimal(money) };
}

export function wireToken({ id, value, description, status }: CustomerToken): CustomerTokenOnWire {
  return { id, value, description, status };
}

export function wireInvoice(invoice: Invoice): RequestOf<'sendInvoice'>['invoice'] {
  const { totalAmount, invoiceRows, ...rest } = invoice;
  return {
    ...rest,
    totalAmount: wireAmount(totalAmount),
    invoiceRows: {
      invoiceRow: invoiceRows.map((row) => ({ itemDescription: row.itemDescription, itemTotalAmount: wireAmount(row.itemTotalAmount) })),
    },
  };
}

/** Without the members that the wire leaves out. */
function tokenFrom({ id, value, description, status }: CustomerTokenOnWire): CustomerToken {
  return {
    status,
    ...(id === undefined ? {} : { id }),
    ...(value === undefined ? {} : { value }),
    ...(description === undefined ? {} : { description }),
  };
}

export function paymentStatus(returned: ReturnOf<'getPaymentStatus'>): PaymentStatus {
  const { receipt } = returned;
  const total = receipt?.invoice?.totalAmount;
  return {
    status: returned.status ?? null,
    version: returned.version,
    customerTokens: (returned.customerTokens?.token ?? []).map(tokenFrom),
    receipt: receipt
      ? {
          ...(receipt.invoiceReference === undefined ? {} : { invoiceReference: receipt.invoiceReference }),
          ...(receipt.paymentReference === undefined ? {} : { paymentReference: receipt.paymentReference }),
          ...(total ? { totalAmount: fromDecimal(total.value ?? '', (total.currency ?? 'SEK') as Currency) ?? 'unreadable' } : {}),
          ...rowsOf(receipt.invoice?.invoiceRows?.invoiceRow ?? []),
        }
      : null,
  };
}

type WireRows = NonNullable<
  NonNullable<NonNullable<NonNullable<ReturnOf<'getPaymentStatus'>['receipt']>['invoice']>['invoiceRows']>['invoiceRow']
>;

function rowsOf(rows: WireRows): Pick<PaymentReceipt, 'rows'> {
  const read = rows.flatMap(({ itemDescription = '', itemTotalAmount: total }) => {
    const totalAmount = fromDecimal(total?.value ?? '', (total?.currency ?? 'SEK') as Currency);
    return totalAmount === null ? [] : [{ description: itemDescription, totalAmount }];
  });
  return read.length === 0 || read.length < rows.length ? {} : { rows: read };
}
