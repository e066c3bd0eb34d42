import { ipcMain } from 'electron';
import { CALLS, STATE_CHANNEL, callChannel } from '../../src/contract/index.ts';
import type { CallName } from '../../src/contract/index.ts';
import type { Till } from '../../src/till/till.ts';
import type { PrintPages } from '../printing/pages/print-pages.ts';
import type { WindowRegistry } from '../windows/registry.ts';
import { answerCall } from './answer-call.ts';
import type { Answerers, CallLog } from './answer-call.ts';

/** One handler for every call of the contract; a call without an answerer does not compile. */
export function serveCalls(till: Till, windows: WindowRegistry, pages: PrintPages, log: CallLog): void {
  const answerers: Answerers = {
    snapshot: () => till.call('snapshot'),
    intent: (_caller, intent) => till.call('intent', intent),
    catalogue: () => till.call('catalogue'),
    journal: (_caller, query) => till.call('journal', query),
    receipt: (_caller, number) => till.call('receipt', number),
    refund: (_caller, number) => till.call('refund', number),
    refundSum: (_caller, number, wish) => till.call('refundSum', number, wish),
    payOuts: () => till.call('payOuts'),
    closes: () => till.call('closes'),
    close: (_caller, number) => till.call('close', number),
    report: () => till.call('report'),
    printers: () => till.call('printers'),
    // Pages on their way to paper belong to the shell, and each print window sees only its own.
    printPage: (caller, pageId) => pages.take(pageId, caller.windowId),
  };
  for (const name of Object.keys(CALLS) as CallName[]) {
    ipcMain.handle(callChannel(name), (event, ...args: unknown[]) => {
      const windowId = event.sender.id;
      return answerCall(name, { windowId, role: windows.roleOf(windowId), frame: event.senderFrame }, args, answerers, log);
    });
  }
}

/** Every change of the till goes to every window that shows it (PF-01: windows are projections). */
export function pushState(till: Till, windows: WindowRegistry): void {
  till.subscribe((snapshot) => {
    for (const contents of windows.watchers()) contents.send(STATE_CHANNEL, snapshot);
  });
}
