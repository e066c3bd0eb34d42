import type { Intent } from '../../../contract/intents.ts';
import { isSelling, NOTHING, when } from './action.ts';
import type { Action, Offers, Seen } from './action.ts';
import { LIVE_ENDPOINT } from './machine.ts';
import { LIVE_PAGES } from './template.ts';

/** The page on which the wizard stands, answered; and the way to the next one. */
function wizard({ snapshot: { setup, mode }, fresh, pin }: Seen): Offers {
  if (setup.done && mode !== 'unset') return NOTHING;
  const number = fresh();
  const wanted = { service: 0, business: 1, owner: 2, reseller: 3, terminal: 4, seqrId: 5, sticker: 6, testPayment: 7 }[setup.step];
  const page = LIVE_PAGES[wanted];
  if (page === undefined) return [{ kind: 'setup.testPayment' }];
  if (page.kind === 'setup.assignSeqrId') return [{ ...page, seqrId: `00461${String(number).padStart(7, '0')}` }, page];
  if (page.kind === 'setup.service' && mode === 'practice') return [{ ...page, service: { kind: 'simulator' } }];
  if (page.kind === 'setup.owner') return [{ ...page, pin, pinAgain: pin, ...(setup.owner.pinSet ? { pinNow: pin } : {}) }];
  return [page];
}

const FIRST_PAGES: ReadonlySet<string> = new Set(['service', 'business', 'owner', 'reseller', 'terminal']);

export const setUpActions = {
  wizard,
  /** Back to a page that was answered; not so far that the way from there to a sale is more than twelve presses (PF-30). */
  turnBack: ({ snapshot: { setup, mode } }) =>
    setup.done && mode !== 'unset'
      ? NOTHING
      : setup.completed.filter((step) => step !== setup.step && !FIRST_PAGES.has(step)).map((step): Intent => ({ kind: 'setup.go', step })),
  practise: ({ snapshot: { mode } }) => when(mode !== 'live', { kind: 'setup.practise' }),
  chooseLive: ({ snapshot: { setup, mode } }) =>
    when(mode === 'unset' || !setup.done, { kind: 'setup.service', service: { kind: 'endpoint', endpoint: LIVE_ENDPOINT } }),
  finishSetUp: ({ snapshot: { setup, mode } }) =>
    when(!setup.done && setup.step === 'testPayment' && (setup.testPaid || mode === 'practice'), { kind: 'setup.finish' }),
  leavePractice: ({ snapshot: { mode }, pin }) => when(mode === 'practice', { kind: 'setup.leavePractice', pin }),
  givePin: ({ snapshot: { setup }, pin }) => when(setup.locked, { kind: 'owner.check', pin }),
  unregister: ({ snapshot, pin }) =>
    when(isSelling(snapshot), { kind: 'terminal.unregister', pin }, { kind: 'terminal.unregister', pin, unclosed: true }),
  assign: ({ snapshot, fresh, pin }) =>
    when(isSelling(snapshot), { kind: 'terminal.assignSeqrId', pin, seqrId: `00462${String(fresh()).padStart(7, '0')}` }),
} satisfies Record<string, Action>;
