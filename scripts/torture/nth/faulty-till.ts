import type { Clock } from '../../../src/clock/clock.ts';
import { createHinderedDisk, sqliteError } from '../../../src/journal/testing/hindered-disk.ts';
import type { Touch } from '../../../src/journal/testing/hindered-disk.ts';
import type { SeqrConnector } from '../../../src/protocol/index.ts';
import { parseFault } from '../../../src/simulator/testing/index.ts';
import { createPractisingHarness } from '../../../src/till/testing/till-harness.ts';
import type { TillHarness } from '../../../src/till/testing/till-harness.ts';
import type { Counted, DiskFault, Point } from './grid.ts';

/** The till's seconds go by so much faster than SEQR's, once it has been set up. */
const HASTE = 20;
/** A fault that lasts does so for five of the till's seconds: several tries to write again. */
const WHILE_MS = 5_000 / HASTE;

/** SQLite's words for each. */
const ERRORS: Readonly<Record<string, () => Error>> = {
  full: () => sqliteError(13, 'database or disk is full'),
  io: () => sqliteError(1034, 'disk I/O error'),
  locked: () => sqliteError(5, 'database is locked'),
  readOnly: () => sqliteError(8, 'attempt to write a readonly database'),
};

/** What a dead process would not live to hear: it goes on as if its disk were gone, and nothing of that leaves it. */
const gone = (): Error => sqliteError(10, 'dead');

/** A whole till, with a fault at one touch of its disk or one call to SEQR, counted from when it is armed. */
export interface FaultyTill {
  readonly harness: TillHarness;
  /** From now on the till's time goes by quickly: nothing of the machine's own, such as loading a library, is waited for any more. */
  hurry(): void;
  /** From now on it is counted, and the point's fault happens. */
  arm(): void;
  /** So much has happened since. */
  counted(): Counted;
  /** It has died at a write: nothing that its code still does reaches disk or wire. */
  isDead(): boolean;
  /** Another one on the same files, in place of the dead. */
  restart(): Promise<void>;
}

export async function createFaultyTill(point: Point | null): Promise<FaultyTill> {
  const disk = createHinderedDisk();
  let armed = false;
  let dead = false;
  let happened = false;
  let touches = 0;
  let calls = 0;
  let lastsUntilMs = 0;

  function atTouch(fault: DiskFault): void {
    happened = true;
    const [kind = '', lasts] = fault.split(' ');
    if (kind === 'dies') {
      dead = true;
      throw gone();
    }
    if (lasts !== undefined) lastsUntilMs = performance.now() + WHILE_MS;
    throw ERRORS[kind]?.() ?? new Error(kind);
  }

  disk.onTouch = (touch: Touch) => {
    if (dead) throw gone();
    if (!armed || touch === 'open' || touch === 'openAlone' || touch === 'openToRead') return;
    if (point?.of === 'disk' && performance.now() < lastsUntilMs) throw ERRORS[point.fault.split(' ')[0] ?? '']?.() ?? new Error('lasts');
    touches += 1;
    if (point?.of === 'disk' && point.fault !== 'dies after' && !happened && touches === point.nth) atTouch(point.fault);
  };
  // Dies after: what the touch was for has happened, and its writer does not come to know it.
  disk.onTouched = () => {
    if (armed && !happened && point?.of === 'disk' && point.fault === 'dies after' && touches >= point.nth) atTouch(point.fault);
  };

  const wire = (connector: SeqrConnector): SeqrConnector => ({
    ...connector,
    connect: (...where) =>
      new Proxy(connector.connect(...where), {
        get(target, operation) {
          const method: unknown = Reflect.get(target, operation, target);
          if (typeof method !== 'function' || operation === 'close') return method;
          const call = method.bind(target) as (...asked: readonly unknown[]) => unknown;
          return (...asked: readonly unknown[]): unknown => {
            if (dead) return new Promise(() => undefined);
            if (!armed) return call(...asked);
            calls += 1;
            if (point?.of !== 'wire' || calls !== point.nth) return call(...asked);
            if (point.fault === 'notSent') return Promise.resolve({ kind: 'notSent', reason: 'connection', detail: 'not sent', tookMs: 1 });
            const fault = parseFault(String(operation), point.fault);
            if (fault) harness.simulator.faults.add(fault, 1);
            return call(...asked);
          };
        },
      }),
  });

  const clock = createPacedClock();
  const harness = await createPractisingHarness(clock, { openDatabase: disk.open, wire });
  return {
    harness,
    hurry: () => clock.goBy(HASTE),
    arm() {
      armed = true;
    },
    counted: () => ({ touches, calls }),
    isDead: () => dead,
    async restart() {
      await harness.stop();
      dead = false;
      await (await harness.replace()).start();
    },
  };
}

/** The computer's clock, so many times as fast as it is told to be; the wall is left alone. */
function createPacedClock(): Clock & { goBy(times: number): void } {
  let times = 1;
  let [fromMs, atMs] = [performance.now(), performance.now()];
  const monotonicMs = (): number => atMs + (performance.now() - fromMs) * times;
  return {
    monotonicMs,
    wallMs: () => Date.now(),
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs / times);
      return () => {
        clearTimeout(timer);
      };
    },
    goBy(next) {
      [fromMs, atMs] = [performance.now(), monotonicMs()];
      times = next;
    },
  };
}
