import type { Core } from './core.ts';
import { fireDue } from './due.ts';
import { letGo, lowerVersions, restoreAll, restoreInvoice, takeBack } from './older-state.ts';
import { findBySeqrId } from './scan-code.ts';
import { MAX_ADVANCED_MS, MAX_TOLD_SHIFT_MS } from './time-limits.ts';
import type { World } from './world.ts';

/* What a person or a test does to the service, from outside of it. */

type Settings = Pick<World, 'switches' | 'setSwitches' | 'setCustomer' | 'setBlocked' | 'setLost' | 'freeSeqrId'>;

/** What can be set. What was due is done first, as things were set then. */
export function createSettings(core: Core): Settings {
  return {
    switches: () => core.state.switches,
    setSwitches(changes) {
      fireDue(core);
      core.setSwitches(changes);
    },
    setCustomer(customerId, changes) {
      fireDue(core);
      const customer = core.state.customers.get(customerId);
      if (customer) core.putCustomer({ ...customer, ...changes });
      return customer !== undefined;
    },
    setBlocked(id, blocked) {
      fireDue(core);
      core.setBlocked(id, blocked);
    },
    setLost(terminalId, code) {
      fireDue(core);
      core.setLost(terminalId, code);
    },
    freeSeqrId(seqrId) {
      fireDue(core);
      const holder = findBySeqrId(core, seqrId);
      if (holder) core.putTerminal({ ...holder, seqrId: null });
      return holder !== undefined;
    },
  };
}

/** The service's time: the one by which it acts, and the one it tells. */
export function createTime(core: Core): Pick<World, 'nowMs' | 'advance' | 'toldMs' | 'shiftToldTime'> {
  return {
    nowMs: () => core.nowMs(),
    advance(ms) {
      if (core.state.advancedMs + ms > MAX_ADVANCED_MS) return false;
      core.state.advancedMs += ms;
      core.revision += 1;
      fireDue(core);
      return true;
    },
    toldMs: () => core.toldMs(core.nowMs()),
    shiftToldTime(ms) {
      if (Math.abs(core.state.toldShiftMs + ms) > MAX_TOLD_SHIFT_MS) return false;
      core.state.toldShiftMs += ms;
      core.revision += 1;
      return true;
    },
  };
}

/** What contradicts what the service has said before. What was due is done first, what falls due by it at the next look. */
export function createContradictions(core: Core): Pick<World, 'restore' | 'lowerVersions' | 'takeBack' | 'letGo'> {
  return {
    restore(snapshot, reference) {
      fireDue(core);
      if (reference !== undefined) return restoreInvoice(core, snapshot, reference);
      restoreAll(core, snapshot);
      return true;
    },
    lowerVersions(by, reference) {
      fireDue(core);
      return lowerVersions(core, by, reference);
    },
    takeBack(reference) {
      fireDue(core);
      return takeBack(core, reference);
    },
    letGo(reference) {
      fireDue(core);
      return letGo(core, reference);
    },
  };
}
