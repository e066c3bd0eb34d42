import { toString as drawQr } from 'qrcode';
import type { Money } from '../money/index.ts';
import { toDecimal } from '../money/index.ts';

/** What the customer is to pay. */
export interface Payable {
  /** The terminal's static code, as on its sticker (PF-20). */
  readonly terminalCode: string;
  readonly invoiceReference: string;
  readonly amount: Money;
}

/** `detail` says what the phone did, or why it could not. */
export interface PhoneResult {
  readonly ok: boolean;
  readonly detail: string;
}

/** The customer's phone: step 4b of the sheet. Never rejects. */
export interface Phone {
  /** How long to poll for the payment after `present`, in milliseconds. */
  readonly patienceMs: number;
  present(payable: Payable): Promise<PhoneResult>;
}

const PERSON_PATIENCE_MS = 5 * 60_000;
const SIMULATED_PATIENCE_MS = 30_000;
const PHONE_DEADLINE_MS = 10_000;

/** A person with a phone: the code is drawn, and the polling waits. No key is needed. */
export function createPersonPhone(print: (text: string) => void): Phone {
  return {
    patienceMs: PERSON_PATIENCE_MS,
    async present({ terminalCode, amount }) {
      const code = await drawQr(terminalCode, { type: 'utf8', errorCorrectionLevel: 'M', margin: 4 });
      print(
        `${code}\n    ${terminalCode}\n    Scan and pay ${toDecimal(amount)} ${amount.currency} within ${PERSON_PATIENCE_MS / 60_000} minutes.`,
      );
      return { ok: true, detail: `the code ${terminalCode} is shown` };
    },
  };
}

type Json = Readonly<Record<string, unknown>>;

async function callPhone(url: string, body: Json): Promise<{ readonly status: number; readonly json: Json }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PHONE_DEADLINE_MS),
    redirect: 'error',
  });
  const json: unknown = await response.json();
  return { status: response.status, json: typeof json === 'object' && json !== null ? (json as Json) : {} };
}

function refusal(what: string, status: number, json: Json): PhoneResult {
  return { ok: false, detail: `the phone could not ${what}: ${typeof json.error === 'string' ? json.error : `HTTP ${status}`}` };
}

function shows(json: Json, payable: Payable): boolean {
  const total = json.totalAmount as Json | null | undefined;
  return (
    json.invoiceReference === payable.invoiceReference &&
    total?.currency === payable.amount.currency &&
    total.value === toDecimal(payable.amount)
  );
}

/** The simulator's phone, over its JSON interface. */
export function createSimulatorPhone(baseUrl: string): Phone {
  return {
    patienceMs: SIMULATED_PATIENCE_MS,
    async present(payable) {
      try {
        const scanned = await callPhone(`${baseUrl}/api/phone/scan`, { code: payable.terminalCode });
        if (scanned.status !== 200) return refusal('scan the code', scanned.status, scanned.json);
        if (!shows(scanned.json, payable)) return { ok: false, detail: 'the phone shows another invoice or amount than the one sent' };
        const paid = await callPhone(`${baseUrl}/api/phone/pay`, { invoiceReference: payable.invoiceReference });
        if (paid.status !== 200) return refusal('pay', paid.status, paid.json);
        return { ok: true, detail: `the phone scanned ${payable.terminalCode} and paid` };
      } catch (error) {
        return {
          ok: false,
          detail: `the phone at ${baseUrl} cannot be reached (${error instanceof Error ? error.name : 'unknown reason'})`,
        };
      }
    },
  };
}
