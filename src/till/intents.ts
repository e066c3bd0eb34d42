import type { Intent, IntentOf } from '../contract/intents.ts';
import type { IntentResult } from '../contract/ipc.ts';
import { cleanText } from '../plain-text/plain-text.ts';
import { terminalCode } from '../protocol/index.ts';
import type { Day } from './end-of-day/day.ts';
import type { Charging } from './payments/charging.ts';
import type { WishKind } from './payments/desk.ts';
import { wished } from './payments/wished.ts';
import type { TillDeps } from './ports.ts';
import type { PayingOut } from './refunds/paying-out.ts';
import type { Refunding } from './refunds/refunding.ts';
import { OK, refuse, refused } from './results.ts';
import type { Products } from './sales/products.ts';
import { SIMULATOR } from './service/services.ts';
import type { Services } from './service/services.ts';
import type { Session } from './session.ts';
import type { Health } from './set-up/health.ts';
import type { Setup } from './set-up/set-up.ts';
import type { Owner } from './settings/owner.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';

export interface IntentDeps {
  readonly ports: Pick<TillDeps, 'shell' | 'printer'>;
  readonly settings: SettingsKeeper;
  readonly services: Services;
  readonly products: Products;
  readonly setup: Setup;
  readonly health: Health;
  readonly day: Day;
  readonly charging: Charging;
  readonly owner: Owner;
  readonly refunding: Refunding;
  readonly payingOut: PayingOut;
  readonly session: () => Session | null;
  /** Resolves when the service of the settings has been opened, or has failed to. */
  readonly connected: () => Promise<void>;
  readonly leavePractice: () => IntentResult;
  /** Poll first, think later (PF-04). */
  readonly wake: () => void;
  readonly dismissNotice: (id: string) => void;
}

/** What may send an invoice, a refund or a pay-out. */
const MOVES_MONEY: ReadonlySet<Intent['kind']> = new Set([
  'sale.charge',
  'payment.sendAgain',
  'tab.open',
  'tab.settle',
  'setup.testPayment',
  'refund.send',
  'payOut.send',
]);

/** Which part of the till answers which intent: the one table from what a window asks to who does it. */
export function createIntents(deps: IntentDeps): (intent: Intent) => Promise<IntentResult> {
  const { settings, services, products, setup, charging } = deps;

  /** Does it with the open journal; without one there is nothing to do it to. */
  async function within(act: (session: Session) => IntentResult | Promise<IntentResult>, otherwise: IntentResult): Promise<IntentResult> {
    const session = deps.session();
    return session ? act(session) : otherwise;
  }

  function wish(
    kind: WishKind,
    { attemptId, stateNumber }: { readonly attemptId: string; readonly stateNumber: number },
  ): Promise<IntentResult> {
    return within((session) => wished(session.desk.wish(kind, attemptId, stateNumber)), refuse('stale'));
  }

  function didPrint({ attemptId, printed }: IntentOf<'payment.didPrint'>): Promise<IntentResult> {
    return within((session) => {
      const number = session.desk.inPlay().find((record) => record.facts.id === attemptId)?.receiptNumber;
      return number == null ? refuse('stale') : session.prints.settle(number, printed);
    }, refuse('stale'));
  }

  /** SEQR's written answer, which bears a reference (PF-14); of a refund that is done it is the refund's own. */
  async function settleOutgoing({ id, stateNumber, done, pin, ...typed }: IntentOf<'outgoing.settle'>): Promise<IntentResult> {
    const reference = cleanText(typed.reference);
    if (!/^[\w./-]{4,40}$/.test(reference)) return refuse('outgoing.reference');
    return within((session) => {
      const isShown = (): boolean =>
        session.outgoing.unsettled().some((record) => record.facts.id === id && record.stateNumber === stateNumber);
      if (!isShown()) return refuse('stale');
      const verdict = done ? ({ kind: 'done', ersReference: reference } as const) : ({ kind: 'notDone' } as const);
      return deps.owner.allowed(pin, () =>
        isShown() ? wished(session.outgoing.settle(id, verdict, 'supervisor', reference)) : refuse('stale'),
      );
    }, refuse('stale'));
  }

  function openPhone(): IntentResult {
    const simulatorUrl = services.simulatorUrl();
    const { seqrId, endpoint } = settings.profile.get();
    if (endpoint !== SIMULATOR || simulatorUrl === null) return refuse('practice.only');
    deps.ports.shell.openPhone({ simulatorUrl, code: seqrId === null ? '' : terminalCode(seqrId) });
    return OK;
  }

  async function saveSticker(): Promise<IntentResult> {
    const { seqrId, terminal, business } = settings.profile.get();
    if (seqrId === null || terminal === null) return refuse('setup.not-now');
    const { language } = settings.preferences();
    const page = { kind: 'sticker', seqrId, register: terminal.name, shop: business?.name ?? '', language } as const;
    const saved = await deps.ports.printer.savePdf(page, `sticker-${seqrId}.pdf`);
    if (saved.ok) return OK;
    return 'cancelled' in saved ? { ok: true, detail: 'cancelled' } : refused(saved.problem);
  }

  function changePreferences({ sounds = {}, printer = {}, ...others }: IntentOf<'preferences.change'>['patch']): IntentResult {
    const template = others.clientReferenceTemplate;
    if (template !== undefined && !settings.takesReference(template)) return refuse('preferences.template-invalid');
    const now = settings.preferences();
    const preferences = {
      ...now,
      ...given(others),
      sounds: { ...now.sounds, ...given(sounds) },
      printer: { ...now.printer, ...given(printer) },
    };
    return settings.save({ preferences }) ? OK : refuse('settings.not-saved');
  }

  return async (intent) => {
    // While SEQR ends the day no money may move: nobody could say into which period it falls (PF-24). What waits for an answer
    // or a PIN first asks again when the money begins to move.
    if (MOVES_MONEY.has(intent.kind) && deps.session()?.closes.isMarking() === true) return refuse('day.marking');
    switch (intent.kind) {
      case 'sale.charge':
        await deps.connected();
        if (!(await deps.health.registrationHolds())) return refuse('payment.registration');
        return charging.charge(intent.revision);
      case 'tab.open':
        await deps.connected();
        if (!(await deps.health.registrationHolds())) return refuse('payment.registration');
        return charging.openTab(intent);
      case 'sale.scan':
      case 'sale.addProduct':
      case 'sale.addAmount':
      case 'sale.addFree':
      case 'sale.setQuantity':
      case 'sale.setRowDiscount':
      case 'sale.setSaleDiscount':
      case 'sale.setNote':
      case 'sale.removeMember':
      case 'sale.removeRow':
      case 'sale.select':
      case 'sale.undo':
      case 'sale.void':
        return within((session) => session.sales.apply(intent), refuse('payment.no-terminal'));
      case 'payment.cancel':
        return wish('cancel', intent);
      case 'payment.keepWaiting':
        return wish('keepWaiting', intent);
      case 'payment.giveUp':
        return wish('giveUp', intent);
      case 'payment.customerSaysPaid':
        return wish('customerSaysPaid', intent);
      case 'payment.setAside':
        return wish('setAside', intent);
      case 'payment.dismiss':
        return wish('dismiss', intent);
      case 'payment.sendAgain':
        return charging.sendAgain(intent);
      case 'payment.didPrint':
        return didPrint(intent);
      case 'payment.change':
        return within((session) => session.changes.begin(intent), refuse('stale'));
      case 'payment.leaveUnchanged':
        return within((session) => session.changes.leave(intent), refuse('stale'));
      case 'payment.update':
        return within((session) => session.changes.send(intent, intent.revision), refuse('stale'));
      case 'payment.swipeCard':
        return within((session) => session.changes.swipe(intent, intent.code), refuse('stale'));
      case 'tab.edit':
        return within((session) => session.changes.editTab(intent), refuse('stale'));
      case 'tab.keep':
        return within((session) => session.changes.keepTab(intent, intent.revision), refuse('stale'));
      case 'tab.settle':
        return within((session) => session.changes.settleTab(intent, intent.revision), refuse('stale'));
      case 'tray.dismiss':
        return within((session) => {
          const came = session.unpaidRows.takeUp(intent.attemptId);
          return came.ok ? wished(session.desk.readAlarm(intent.trayId, intent.attemptId, intent.stateNumber)) : came;
        }, refuse('stale'));
      case 'receipt.print':
        return within((session) => session.prints.print(intent.number), refuse('print.not-found'));
      case 'receipt.savePdf':
        return within((session) => session.prints.savePdf(intent.number), refuse('print.not-found'));
      case 'print.retry':
        return within((session) => session.prints.retry(intent.jobId), refuse('stale'));
      case 'print.abandon':
        return within((session) => session.prints.abandon(intent.jobId), refuse('stale'));
      case 'refund.send':
        return deps.refunding.send(intent);
      case 'payOut.send':
        return deps.payingOut.send(intent);
      case 'outgoing.dismiss':
        return within((session) => wished(session.outgoing.dismiss(intent.id, intent.stateNumber)), refuse('stale'));
      case 'outgoing.settle':
        return settleOutgoing(intent);
      case 'day.close':
        await deps.connected();
        return deps.day.apply(intent);
      case 'day.goOn':
      case 'day.finishWithout':
      case 'day.attach':
      case 'day.print':
      case 'day.savePdf':
      case 'day.saveCsv':
      case 'day.scope':
      case 'day.forgetPassword':
      case 'report.run':
      case 'report.stop':
      case 'report.saveCsv':
        return deps.day.apply(intent);
      case 'product.save':
        return products.save(intent.product, settings.business());
      case 'product.retire':
        return products.retire(intent.productId, intent.retired);
      case 'setup.practise':
      case 'setup.go':
      case 'setup.service':
      case 'setup.business':
      case 'setup.owner':
      case 'setup.reseller':
      case 'setup.terminal':
      case 'setup.assignSeqrId':
      case 'setup.stickerDone':
      case 'setup.testPayment':
      case 'setup.finish':
      case 'terminal.assignSeqrId':
      case 'terminal.unregister':
      case 'owner.check':
      case 'business.change':
      case 'loyalty.change':
      case 'tabs.change':
      case 'cashier.save':
      case 'cashier.select':
        return setup.apply(intent);
      case 'setup.saveSticker':
        return saveSticker();
      case 'setup.leavePractice':
        return deps.leavePractice();
      case 'preferences.change':
        return changePreferences(intent.patch);
      case 'health.check':
        await deps.health.check();
        return OK;
      case 'notice.dismiss':
        deps.dismissNotice(intent.noticeId);
        return OK;
      case 'network.online':
        deps.wake();
        return OK;
      case 'window.customerDisplay':
        deps.ports.shell.openCustomerDisplay(intent.open);
        return OK;
      case 'window.phone':
        return openPhone();
    }
  };
}

/** @returns without what stands there as undefined: it would hide the value it is spread over */
function given<T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
