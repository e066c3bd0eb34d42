import { createVirtualClock } from '../../clock/virtual-clock.ts';
import type { VirtualClock } from '../../clock/virtual-clock.ts';
import { createWorld } from '../create-world.ts';
import type { ReturnOf } from '../wire/operations.ts';
import type { ClientContext, WireAmount, WireInvoice } from '../wire/schema.ts';
import type { World, WorldOptions } from '../world/world.ts';

/** What tests of the simulator begin with: a world that stands still, the published terminal, plain requests. */
export const TERMINAL = 'public_test_shop_terminal';
export const SEQR_ID = '004610027501';

export function terminalContext(id = TERMINAL, password = '12345678'): ClientContext {
  return { clientRequestTimeout: 0, initiatorPrincipalId: { id, type: 'TERMINALID' }, password };
}

export function resellerContext(id = 'public_test_shop', password = '1234', userId?: string): ClientContext {
  return {
    clientRequestTimeout: 0,
    initiatorPrincipalId: { id, type: 'RESELLERUSER', userId: userId ?? (id.includes('/') ? undefined : '9900') },
    password,
  };
}

export function sek(value: string): WireAmount {
  return { currency: 'SEK', value };
}

export function invoiceOf(total: string, more: Partial<WireInvoice> = {}): WireInvoice {
  return { acknowledgmentMode: 'NO_ACKNOWLEDGMENT', title: 'Kiosk', totalAmount: sek(total), cashierId: 'Anna', ...more };
}

export interface Harness {
  readonly clock: VirtualClock;
  readonly world: World;
  /** Sends an invoice from the published terminal; its reference. */
  send(invoice?: WireInvoice): string;
  read(reference: string, version?: number): ReturnOf<'getPaymentStatus'>;
  cancelCode(reference: string): number;
  /** Scans and pays the invoice of a reference. */
  payNow(reference: string): void;
}

export function createHarness(options: Omit<WorldOptions, 'clock'> = {}): Harness {
  const clock = createVirtualClock();
  const world = createWorld({ ...options, clock });
  world.call('assignSeqrId', { context: terminalContext(), seqrId: SEQR_ID });
  return {
    clock,
    world,
    send(invoice = invoiceOf('149.00')) {
      const answer = world.call('sendInvoice', { context: terminalContext(), invoice });
      if (answer.invoiceReference === undefined) throw new Error(`sendInvoice answered ${answer.resultCode}`);
      return answer.invoiceReference;
    },
    read: (invoiceReference, invoiceVersion = 0) =>
      world.call('getPaymentStatus', { context: terminalContext(), invoiceReference, invoiceVersion }),
    cancelCode: (invoiceReference) => world.call('cancelInvoice', { context: terminalContext(), invoiceReference }).resultCode,
    payNow(reference) {
      world.phone.scan(`R${reference}`);
      world.phone.pay(reference);
    },
  };
}

/** A request document as a client writes it. */
export function envelope(operation: string, inner: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/><s:Body>' +
    `<e:${operation} xmlns:e="http://external.interfaces.ers.seamless.com/">${inner}</e:${operation}>` +
    '</s:Body></s:Envelope>'
  );
}

export const TERMINAL_CONTEXT_XML =
  '<context><clientRequestTimeout>0</clientRequestTimeout>' +
  `<initiatorPrincipalId><id>${TERMINAL}</id><type>TERMINALID</type></initiatorPrincipalId>` +
  '<password>12345678</password></context>';

export const INVOICE_XML =
  '<invoice><acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode><title>Kiosk</title>' +
  '<totalAmount><currency>SEK</currency><value>149.00</value></totalAmount></invoice>';
