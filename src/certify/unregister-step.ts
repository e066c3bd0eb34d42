import type { Answer, Nothing } from '../protocol/index.ts';
import { inWords } from './checks.ts';
import { Failed } from './session.ts';
import type { Session, Terminal } from './session.ts';

/** Answers to unregisterTerminal that can be better a second later. */
const TRIES = 3;
const PAUSE_MS = 1_000;
/** These say that SEQR no longer knows the terminal (protocol §7). */
const GONE = [29, 33];
/** An invoice that cannot exist: asking about it acknowledges nothing. Never empty: that may mean more. */
const NO_SUCH_INVOICE = '0';

function removed(session: Session, { terminalId }: Terminal): string {
  session.terminal = null;
  return `terminal ${terminalId} removed`;
}

const stillThere = (answer: Answer<Nothing>, { terminalId }: Terminal): Failed =>
  new Failed(`unregisterTerminal: ${inWords(answer)}. Terminal ${terminalId} is still registered with SEQR`);

function present({ terminal }: Session): Terminal {
  if (terminal === null) throw new Failed('not run: there is no terminal (step 1)');
  return terminal;
}

/**
 * As the terminal itself. A lost answer is asked for again: to unregister twice harms nobody. `pauseBetween` waits between
 * tries, deaf to signals when the run is being cleaned up.
 */
export async function unregisterAsTerminal(session: Session, pauseBetween: (ms: number) => Promise<void>): Promise<string> {
  const terminal = present(session);
  const context = session.contextFor('terminal');
  let lost = false;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await session.ports.service.unregisterTerminal(context);
    const code = answer.kind === 'answered' ? answer.resultCode : null;
    if (code === 0 || (lost && code !== null && GONE.includes(code))) return removed(session, terminal);
    lost ||= answer.kind === 'noAnswer';
    if (attempt === TRIES) throw stillThere(answer, terminal);
    await pauseBetween(PAUSE_MS);
  }
}

/**
 * As the reseller: nothing in the message names the terminal (protocol §7), so it is never repeated, lest another one goes,
 * and whether ours is gone is looked at afterwards.
 */
export async function unregisterAsReseller(session: Session): Promise<string> {
  const { service, tell } = session.ports;
  const terminal = present(session);
  const answer = await service.unregisterTerminal(session.contextFor('reseller'));
  const after = await service.getPaymentStatus(session.contextFor('terminal'), NO_SUCH_INVOICE, 0);
  const isGone = after.kind === 'answered' && GONE.includes(after.resultCode);
  tell(`  9: asked as that terminal, SEQR says ${inWords(after)}`);
  if (!isGone) throw stillThere(answer, terminal);
  return `${removed(session, terminal)} as the reseller`;
}
