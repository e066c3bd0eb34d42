import { z } from 'zod';
import { termsOf } from '../../payment/index.ts';
import type { AttemptFacts, AttemptState, Invoiced, Live, PaidFacts, Terms } from '../../payment/index.ts';
import type { AttemptRecord } from '../../records/index.ts';
import { alarmBody, attemptFactsBody, paymentBody, stagesBody } from '../bodies/attempt.ts';
import { termsBody } from '../bodies/sale.ts';
import type { Body } from '../words/word-step.ts';
import { asBody, asText, part } from './parts.ts';

/*
 * An attempt whose state this Kassa does not know: a newer one wrote it, or the disk has damaged it. If its facts can be
 * read it is not hidden but taken for the known state in which nothing wrong can be done with the money:
 *
 *   given up, or no reference of SEQR's ─▶ orphan: listed, and never read, for a read would make its payment stand
 *   a reference and a receipt ──────────▶ paid: read until SEQR confirms it, or says that it took the money back (PF-08)
 *   a reference and what is on a tab ───▶ reserved, in doubt: the next read tells (PF-29)
 *   a reference otherwise ──────────────▶ live: asked about at once, and its outcome is SEQR's answer (PF-03, PF-07)
 *
 * The row on disk stays as it is until an answer, or a person, has led to a state that is known.
 */

/** Null: not even the facts can be read, or there is a receipt and nothing to ask SEQR about. */
export function safeAttempt(body: Body): AttemptRecord | null {
  if (!attemptFactsBody.safeParse(body.facts).success) return null;
  const facts = body.facts as AttemptFacts;
  const record = {
    facts,
    stateNumber: part(z.int(), body.stateNumber, 1),
    stages: part(stagesBody, body.stages, { sent: null, waiting: null, confirming: null, paid: null }),
    changedAt: asText(body.changedAt) ?? facts.startedAt,
    receiptNumber: part(z.int().nullable(), body.receiptNumber, null),
    onScreen: body.onScreen === true,
    alarms: part(z.array(alarmBody), body.alarms, []),
    listed: body.listed === true,
  };
  const state = safeState(record, asBody(body.state));
  if (state === null) return null;
  return state.kind === 'orphan' ? { ...record, state, onScreen: false, listed: true } : { ...record, state };
}

function safeState(record: Omit<AttemptRecord, 'state'>, stored: Body): AttemptState | null {
  const invoiceReference = asText(stored.invoiceReference);
  if (record.receiptNumber !== null)
    return invoiceReference === null
      ? null
      : { kind: 'paid', invoiceReference, version: versionOf(stored), payment: safePayment(asBody(stored.payment)) };
  if (record.listed || invoiceReference === null || 'lateReference' in stored)
    return { kind: 'orphan', lateReference: invoiceReference ?? asText(stored.lateReference) };
  const invoiced = safeInvoiced(record.facts, invoiceReference, stored);
  const draft = part<Terms | null>(termsBody.nullable(), stored.draft ?? null, null);
  if (record.facts.reservation !== undefined && draft !== null)
    return {
      ...invoiced,
      kind: 'reserved',
      phase: 'unsure',
      // What was on its way is not known either: only PAID or an end makes it sure (PF-29).
      doubt: { commit: true, release: true, amountRefused: false },
      draft,
      lastCommit: null,
      reservedAt: asText(stored.reservedAt) ?? record.changedAt,
      lapsesAt: asText(stored.lapsesAt),
    };
  return safeLive(invoiced, stored, record.onScreen);
}

/** Nobody has asked for as long as it takes to start, so contact counts as lost until SEQR answers. */
function safeInvoiced(facts: AttemptFacts, invoiceReference: string, stored: Body): Invoiced {
  const asked = part<Terms | null>(termsBody.nullable(), stored.asked ?? null, null);
  const doubts = part(z.array(termsBody), stored.doubts, []);
  return {
    invoiceReference,
    version: versionOf(stored),
    terms: part(termsBody, stored.terms, termsOf(facts, { kind: 'sending' })),
    asked: null,
    // A change that was under way is in doubt, as after every start (PF-25).
    doubts: asked === null ? doubts : [...doubts, asked],
    lastUpdate: null,
    contactLost: true,
    unanswerable: null,
  };
}

function safeLive(invoiced: Invoiced, stored: Body, onScreen: boolean): Live {
  return {
    ...invoiced,
    kind: 'live',
    invoiceQRCode: asText(stored.invoiceQRCode),
    status: 'ISSUED',
    cancelWished: stored.cancelWished === true,
    // On no screen it would hold back the next sale without a word: it waits in the list (PF-16).
    setAside: stored.setAside === true || !onScreen,
  };
}

function safePayment(stored: Body): PaidFacts {
  if (paymentBody.safeParse(stored).success) return stored as unknown as PaidFacts;
  return { ersReference: asText(stored.ersReference), afterRestart: true, wonAgainstCancel: false };
}

/** The last version received; SEQR takes an old one as well as none (PF-03). */
function versionOf(stored: Body): number {
  return part(z.int().min(0), stored.version, 0);
}
