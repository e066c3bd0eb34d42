import type { Intent } from '../contract/intents.ts';
import type { CallArgs, CallName, CallResults, IntentResult } from '../contract/ipc.ts';
import type { PrinterPort } from './ports.ts';
import { searchJournal } from './receipts/journal-search.ts';
import type { Products } from './sales/products.ts';
import type { Session } from './session.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';
import type { Till } from './till.ts';

export interface CallDeps {
  readonly session: () => Session | null;
  readonly settings: Pick<SettingsKeeper, 'business'>;
  readonly products: Products;
  readonly printer: Pick<PrinterPort, 'list'>;
  readonly snapshot: () => CallResults['snapshot'];
  readonly intent: (intent: Intent) => Promise<IntentResult>;
}

type Calls = { readonly [Name in CallName]: (...args: CallArgs<Name>) => CallResults[Name] | Promise<CallResults[Name]> };

/** Everything a window may call: the one intent, and the questions that change nothing. */
export function createCalls({ session, settings, products, printer, snapshot, intent }: CallDeps): Till['call'] {
  /** @param otherwise while no journal is open */
  function ofSession<Result>(ask: (open: Session) => Result, otherwise: Result): Result {
    const open = session();
    return open === null ? otherwise : ask(open);
  }

  const calls: Calls = {
    snapshot,
    intent,
    catalogue: () => ({ revision: products.revision(), products: products.all() }),
    journal: (typed) => ofSession(({ journal }) => searchJournal(journal, typed, settings.business().currency), []),
    receipt: (number) => ofSession(({ journal }) => journal.receipt(number)?.receipt ?? null, null),
    refund: (number) => ofSession(({ refunding }) => refunding.view(number), null),
    refundSum: (number, wish) =>
      ofSession<CallResults['refundSum']>(({ refunding }) => refunding.sum(number, wish), {
        ok: false,
        problem: { code: 'refund.no-sale' },
      }),
    payOuts: () => ofSession(({ payingOut }) => payingOut.latest(), []),
    closes: () => ofSession(({ day }) => day.done.history(), []),
    close: (number) => ofSession(({ day }) => day.done.document(number), null),
    report: () => ofSession(({ day }) => day.report(), null),
    printers: () => printer.list(),
    // The shell answers this one itself: it alone knows which page a print window is for.
    printPage: () => null,
  };

  return async (name, ...args) => {
    // The table has just this call's arguments and result; TypeScript cannot follow a name through it.
    const answer = calls[name] as (...given: typeof args) => CallResults[typeof name] | Promise<CallResults[typeof name]>;
    return answer(...args);
  };
}
