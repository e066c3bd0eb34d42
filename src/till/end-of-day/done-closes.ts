import type { CloseDocument, CloseRow, OpenLine } from '../../contract/day-view.ts';
import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { closeCsv } from '../../day/index.ts';
import type { Close } from '../../day/index.ts';
import type { Journal } from '../../records/index.ts';
import type { Desk } from '../payments/desk.ts';
import { hasReference } from '../payments/record.ts';
import { wished } from '../payments/wished.ts';
import type { FilePort, PrinterPort } from '../ports.ts';
import { OK, refuse, refused, saved } from '../results.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { attachOffers, closeRow } from './close-view.ts';
import { closableLines, isLatestClose } from './supervising.ts';

export interface DoneClosesDeps {
  readonly journal: Journal;
  readonly desk: Pick<Desk, 'inPlay' | 'resolve'>;
  readonly settings: Pick<SettingsKeeper, 'preferences'>;
  readonly printer: PrinterPort;
  readonly files: FilePort;
}

/** The closes of day that are done: listed, looked at, printed and saved as often as somebody wants it. */
export interface DoneCloses {
  /** Newest first. */
  history(): readonly CloseRow[];
  /** What of the latest close a supervisor can still close (PF-17, PF-30). */
  openLines(): readonly OpenLine[];
  /** Null: there is no such close. */
  document(number: number): CloseDocument | null;
  /** A payment of unknown outcome is one that the report of this close lists (PF-18). */
  attach(intent: IntentOf<'day.attach'>): IntentResult;
  print(number: number): Promise<IntentResult>;
  savePdf(number: number): Promise<IntentResult>;
  saveCsv(number: number): Promise<IntentResult>;
  /** Rises with whatever makes a document look different. */
  revision(): number;
}

/** So many closes are listed: two months of days. */
const MAX_HISTORY = 62;
/** Windows are shown so many open lines; a close itself lists all of them. */
const MAX_LINES = 100;

export function createDoneCloses({ journal, desk, settings, printer, files }: DoneClosesDeps): DoneCloses {
  let revision = 0;
  let latest: { readonly next: number; readonly close: Close | null } = { next: 0, close: null };

  /** Asked for with every snapshot: the close is read when there is another, and only one with lines is kept. */
  function openLines(): readonly OpenLine[] {
    const next = journal.nextCloseNumber();
    if (latest.next !== next) {
      const close = journal.closeNumbered(next - 1);
      latest = { next, close: close !== null && closableLines(close, journal, 1).length > 0 ? close : null };
    }
    return latest.close === null ? [] : closableLines(latest.close, journal, MAX_LINES);
  }

  async function ofClose(number: number, act: (close: Close) => Promise<IntentResult>): Promise<IntentResult> {
    const close = journal.closeNumbered(number);
    return close ? act(close) : refuse('day.no-such-close');
  }

  function document(number: number): CloseDocument | null {
    const close = journal.closeNumbered(number);
    if (!close) return null;
    const isKnown = (reference: string): boolean => hasReference(reference, journal, journal.attemptsNaming(reference));
    const lines = isLatestClose(number, journal) ? closableLines(close, journal) : [];
    return { close, offers: attachOffers(close, desk.inPlay(), isKnown), lines };
  }

  async function print(close: Close): Promise<IntentResult> {
    const { deviceName, paper } = settings.preferences().printer;
    if (deviceName === null) return refuse('print.no-printer');
    const outcome = await printer.print({ kind: 'close', close, paper }, deviceName);
    return outcome.ok ? OK : refused(outcome.problem);
  }

  return {
    history: () => journal.latestCloses(MAX_HISTORY).flatMap((close) => closeRow(close) ?? []),
    openLines,
    document,
    attach({ number, attemptId, attemptStateNumber, ersReference }) {
      const offer = document(number)?.offers.find((each) => each.attemptId === attemptId && each.stateNumber === attemptStateNumber);
      if (!offer) return refuse('stale');
      if (!offer.references.includes(ersReference)) return refuse('day.not-listed');
      revision += 1;
      return wished(desk.resolve(attemptId, { kind: 'paid', ersReference }));
    },
    print: (number) => ofClose(number, print),
    savePdf: (number) =>
      ofClose(number, async (close) => saved(await printer.savePdf({ kind: 'close', close, paper: 'A4' }, `close-${number}.pdf`))),
    saveCsv: (number) => ofClose(number, async (close) => saved(await files.saveText(closeCsv(close), `close-${close.number ?? 0}.csv`))),
    revision: () => revision,
  };
}
