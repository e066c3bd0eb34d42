import type { Clock } from '../clock/clock.ts';
import { money } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { CallContext, Credentials, Invoice, SeqrService } from '../protocol/index.ts';
import { clientReferenceOf } from './forms.ts';
import type { Phone } from './phone.ts';
import type { CertifyOptions } from './run-options.ts';

/** What a run works with; a test brings its own. */
export interface CertifyPorts {
  readonly service: SeqrService;
  readonly clock: Clock;
  /** Name and version of the till: `Kassa 0.1.0`. */
  readonly software: string;
  readonly phone: Phone;
  /** One line, or several, of the story. */
  readonly tell: (text: string) => void;
  /** Letters and digits nobody can guess, at least 15: the terminal's password, and the run's name. */
  readonly randomId: () => string;
  /** Aborted by a signal: the run stops at the next point where it can, and still cleans up. */
  readonly stop: AbortSignal;
}

/** A check that did not hold: its message is the step's detail. */
export class Failed extends Error {}
/** The run was told to stop. */
export class Stopped extends Error {
  constructor() {
    super('the run was stopped');
  }
}

/** What the run has set up at SEQR and not yet taken down. */
export interface Terminal {
  readonly terminalId: string;
  readonly credentials: Credentials;
}

/** One run: who calls, with which names, and what it left at SEQR. */
export interface Session {
  readonly options: CertifyOptions;
  readonly ports: CertifyPorts;
  readonly runName: string;
  /** The terminal, while it is registered. */
  terminal: Terminal | null;
  /** The invoice a customer could still pay. */
  openInvoice: string | null;
  /** A context for the reseller, or for the terminal once there is one. Each has its own `clientReference` (PF-19). */
  contextFor(who: 'reseller' | 'terminal'): CallContext;
}

export function createSession(options: CertifyOptions, ports: CertifyPorts): Session {
  const runName = `cert-${ports.randomId().slice(0, 8)}`;
  const reseller: Credentials = { type: 'RESELLERUSER', id: options.resellerId, userId: options.userId, password: options.password };
  let callCount = 0;
  return {
    options,
    ports,
    runName,
    terminal: null,
    openInvoice: null,
    contextFor(who) {
      callCount += 1;
      const credentials = who === 'reseller' ? reseller : this.terminal?.credentials;
      if (credentials === undefined) throw new Failed('not run: there is no terminal (step 1)');
      return { credentials, clientReference: clientReferenceOf(options, ports.software, `${runName}-${callCount}`) };
    },
  };
}

/** 1.10: two rows, decimals, and little money. */
export function totalOf(options: CertifyOptions): Money {
  return money(110, options.currency);
}

/** Two rows, each with itemQuantity and itemTotalAmount, as step 3 asks. */
export function certificationInvoice(session: Session, clientInvoiceId: string): Invoice {
  const { currency, title } = session.options;
  return {
    paymentMode: 'IMMEDIATE_DEBIT',
    acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
    issueDate: new Date(session.ports.clock.wallMs()).toISOString(),
    title,
    clientInvoiceId,
    invoiceRows: [
      {
        itemDescription: 'Bun',
        itemQuantity: '2',
        itemTaxRate: '12',
        itemUnit: 'EA',
        itemUnitPrice: money(25, currency),
        itemTotalAmount: money(50, currency),
      },
      {
        itemDescription: 'Coffee',
        itemQuantity: '1',
        itemTaxRate: '12',
        itemUnit: 'EA',
        itemUnitPrice: money(60, currency),
        itemTotalAmount: money(60, currency),
      },
    ],
    totalAmount: totalOf(session.options),
    cashierId: '1',
    footer: 'Certification',
  };
}

/** Waits by the clock; rejects with {@link Stopped} as soon as the run is told to stop. */
export function wait({ ports }: Session, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    if (ports.stop.aborted) return reject(new Stopped());
    const onStop = (): void => {
      withdraw();
      reject(new Stopped());
    };
    const withdraw = ports.clock.after(ms, () => {
      ports.stop.removeEventListener('abort', onStop);
      resolve();
    });
    ports.stop.addEventListener('abort', onStop, { once: true });
  });
}
