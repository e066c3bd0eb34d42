import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../src/clock/virtual-clock.ts';
import type { PrintOutcome } from '../../../src/till/ports.ts';
import { cancelArguments, jobIn, printArguments } from './print-arguments.ts';
import { printWithCups } from './print-with-cups.ts';
import { readQueueStatus, wordsAbout } from './queue-status.ts';
import { runProgram } from './run-program.ts';
import type { ProgramCall, ProgramEnd } from './run-program.ts';

const ROLL = { widthMm: 80, heightMm: 123 };
const PDF = new TextEncoder().encode('%PDF');

const said = (text: string): ProgramEnd => ({ kind: 'ended', ok: true, said: text, complained: '' });
const complained = (text: string): ProgramEnd => ({ kind: 'ended', ok: false, said: '', complained: text });
const ABSENT: ProgramEnd = { kind: 'absent' };
const BROKEN_OFF: ProgramEnd = { kind: 'brokenOff' };

const TAKEN = said('request id is Receipts-12 (0 file(s))\n');
const printer = (alerts: string, state = 'is idle.  enabled'): string =>
  `printer Receipts ${state} since Fri Nov 27 08:20:18 2026\n\tContent types: any\n\tDescription: Receipts, by the till\n\tAlerts: ${alerts}\n\tUsers allowed:\n\t\t(all)\n`;
const job = (alerts: string, status?: string): string =>
  `Receipts-12             anna              1024   Fri Nov 27 08:20:18 2026\n${status === undefined ? '' : `\tStatus: ${status}\n`}\tAlerts: ${alerts}\n\tqueued for Receipts\n`;
const GONE = said(printer('none'));
const PRINTING = said(job('job-printing') + printer('none', 'now printing Receipts-12.  enabled'));
const CANCELLED = said('');
const endedAs = (how: string): ProgramEnd => complained(`cancel: cancel-job failed: Job #12 is already ${how} - can't cancel.`);

interface Cups {
  readonly lp?: ProgramEnd;
  /** One answer after another; the last one again and again. */
  readonly lpstat?: readonly ProgramEnd[];
  readonly cancel?: ProgramEnd;
  /** What `lpstat` says of jobs that have ended. */
  readonly ended?: string;
}

/** Prints on a CUPS that answers like this. @returns how it ended, when, and what was called */
async function printOn({ lp = TAKEN, lpstat = [GONE], cancel = endedAs('completed'), ended = '' }: Cups) {
  const clock = createVirtualClock();
  const calls: ProgramCall[] = [];
  let looks = 0;
  const run = (call: ProgramCall): Promise<ProgramEnd> => {
    calls.push(call);
    if (call.program === 'lp') return Promise.resolve(lp);
    if (call.program === 'cancel') return Promise.resolve(cancel);
    if (call.args.includes('completed')) return Promise.resolve(said(ended));
    looks += 1;
    return Promise.resolve(lpstat[Math.min(looks, lpstat.length) - 1] ?? GONE);
  };
  let outcome: PrintOutcome | undefined;
  let endMs = 0;
  void printWithCups(PDF, ROLL, 'Receipts', { run, clock, log: () => undefined }).then((value) => {
    outcome = value;
    endMs = clock.monotonicMs();
  });
  await clock.advance(120_000);
  return { outcome, endMs, calls, programs: calls.map((call) => call.program) };
}

const failed = (code: string, detail?: string) => ({ ok: false, problem: detail === undefined ? { code } : { code, params: { detail } } });

describe('a page handed to CUPS', () => {
  it('is printed once its job has left the queue and CUPS calls it completed', async () => {
    const { outcome, calls } = await printOn({ lpstat: [PRINTING, PRINTING, GONE] });
    expect(outcome).toEqual({ ok: true });
    expect(calls[0]).toMatchObject({ program: 'lp', input: PDF, args: printArguments('Receipts', ROLL) });
    expect(calls.at(-1)).toMatchObject({ program: 'cancel', args: ['Receipts-12'] });
  });

  it.each([
    ['lp: Not allowed to print.', 'Not allowed to print.'],
    ['lp: Destination "Receipts" is not accepting jobs.\nand more', 'Destination "Receipts" is not accepting jobs.'],
    [`lp: ${'x'.repeat(500)}`, 'x'.repeat(200)],
    ['', 'CUPS'],
  ])('that it refuses (%s) is not printed, in its own words', async (words, detail) => {
    const { outcome, programs } = await printOn({ lp: complained(words) });
    expect(outcome).toEqual(failed('print.failed', detail));
    expect(programs).toEqual(['lp']);
  });

  it('that it does not take in time may come out or not', async () => {
    expect((await printOn({ lp: BROKEN_OFF })).outcome).toEqual(failed('print.timeout'));
  });

  it('where CUPS’ programs are missing is not printed, and that is said', async () => {
    expect((await printOn({ lp: ABSENT })).outcome).toEqual(failed('print.no-cups'));
  });

  it.each([
    ['the printer was stopped', job('none') + printer('paused', 'disabled'), failed('print.stopped')],
    ['an administrator wants to release it', job('job-hold-until-specified') + printer('none'), failed('print.stopped')],
    [
      'the device failed and CUPS would try again',
      job('resources-are-not-ready', 'no power') + printer('none'),
      failed('print.failed', 'no power'),
    ],
  ])('that stays in the queue because %s is taken back at once', async (_, queue, problem) => {
    const { outcome, endMs, programs } = await printOn({ lpstat: [PRINTING, said(queue)], cancel: CANCELLED });
    expect(outcome).toEqual(problem);
    expect(endMs).toBeLessThan(1_000);
    expect(programs).toEqual(['lp', 'lpstat', 'lpstat', 'cancel']);
  });

  it.each([
    ['out of paper', 'media-empty-error', 'print.paper-out'],
    ['off', 'offline-report', 'print.offline'],
    ['slow', 'none', 'print.timeout'],
  ])('that waits for a printer which is %s is taken back after half a minute', async (_, alert, code) => {
    const { outcome, endMs, programs } = await printOn({ lpstat: [said(job('job-printing') + printer(alert))], cancel: CANCELLED });
    expect(outcome).toEqual(failed(code));
    expect(endMs).toBeGreaterThanOrEqual(30_000);
    expect(endMs).toBeLessThan(32_000);
    expect(programs.length).toBeLessThan(40);
  });

  it('that comes out while it is being taken back is printed', async () => {
    expect((await printOn({ lpstat: [PRINTING], cancel: endedAs('completed') })).outcome).toEqual({ ok: true });
  });

  it('that cannot be taken back may come out yet', async () => {
    const held = said(job('job-hold-until-specified') + printer('none'));
    expect((await printOn({ lpstat: [held], cancel: complained('cancel: cancel-job failed: Forbidden') })).outcome).toEqual(
      failed('print.timeout'),
    );
    expect((await printOn({ lpstat: [held], cancel: BROKEN_OFF })).outcome).toEqual(failed('print.timeout'));
  });

  it.each([
    ['aborted', job('processing-to-stop-point', 'head too hot'), 'head too hot'],
    ['canceled', '', 'canceled'],
  ])('that was %s is not printed', async (how, ended, detail) => {
    expect((await printOn({ cancel: endedAs(how), ended })).outcome).toEqual(failed('print.failed', detail));
  });

  it('is followed no further than CUPS lets itself be asked', async () => {
    expect((await printOn({ lpstat: [ABSENT], cancel: ABSENT })).outcome, 'without lpstat').toEqual({ ok: true });
    expect((await printOn({ lp: said('') })).outcome, 'without a job').toEqual({ ok: true });
    expect(
      (await printOn({ cancel: complained('cancel: cancel-job failed: Job #12 does not exist.') })).outcome,
      'without a history',
    ).toEqual({ ok: true });
  });

  it('may come out or not if CUPS falls silent afterwards', async () => {
    const { outcome, endMs } = await printOn({
      lpstat: [complained('lpstat: Bad file descriptor')],
      cancel: complained('cancel: Unable to connect'),
    });
    expect(outcome).toEqual(failed('print.timeout'));
    expect(endMs).toBeGreaterThanOrEqual(30_000);
  });
});

describe('what CUPS is told', () => {
  it('is the paper’s own size, by name where it has one', () => {
    expect(printArguments('Receipts', ROLL)).toContain('media=Custom.80x123mm');
    expect(printArguments('Receipts', { widthMm: 210, heightMm: 297 })).toContain('media=A4');
  });

  it('holds no option that is a printer’s name', () => {
    expect(printArguments('-o', ROLL)[0]).toBe('-d-o');
    expect(cancelArguments('Receipts-12')).toEqual(['Receipts-12']);
    expect(cancelArguments('-a-12')).toEqual(['12']);
  });
});

describe('what CUPS says', () => {
  it.each([
    ['request id is Receipts-12 (0 file(s))', 'Receipts-12'],
    ['Anfrage-ID ist till-2-7 (1 Datei(en))', 'till-2-7'],
    ['', null],
  ])('names the job in any language: %s', (words, id) => {
    expect(jobIn(words)).toBe(id);
  });

  it('is read for one job among others', () => {
    const other =
      'Receipts-1              anna              1024   Fri Nov 27 08:20:18 2026\n\tStatus: hot\n\tAlerts: job-stopped\n\tqueued for Receipts\n';
    expect(readQueueStatus(other + printer('paused'), 'Receipts-12')).toMatchObject({ job: null });
    const status = readQueueStatus(other + job('job-printing', '') + printer('media-low-warning'), 'Receipts-12');
    expect(status.job?.reasons).toContain('job-printing');
    expect(status.job?.reasons).not.toContain('job-stopped');
    expect(status.job?.words).toBe('');
    expect(status.printerReasons).toContain('media-low-warning');
    expect(wordsAbout(other, 'Receipts-1')).toBe('hot');
  });
});

describe('a program of the system’s', () => {
  const node = (script: string, limitMs = 20_000, input?: Uint8Array) =>
    runProgram({ program: process.execPath, args: ['-e', script], forReading: true, limitMs, ...(input ? { input } : {}) });

  it('is given its input and heard', async () => {
    expect(await node('process.stdin.pipe(process.stdout)', 20_000, PDF)).toMatchObject({ kind: 'ended', ok: true, said: '%PDF' });
  });

  it('that fails says why', async () => {
    expect(await node('console.error("no"); process.exitCode = 3')).toEqual({ kind: 'ended', ok: false, said: '', complained: 'no' });
  });

  it('that does not read its input is heard all the same', async () => {
    expect(
      await node('process.stdin.destroy(); console.error("no"); process.exitCode = 1', 20_000, new Uint8Array(1_000_000)),
    ).toMatchObject({ ok: false, complained: 'no' });
  });

  it('that takes too long, or says too much, is ended', async () => {
    expect(await node('setInterval(() => undefined, 1000)', 200)).toEqual({ kind: 'brokenOff' });
    expect(
      await node('const text = "x".repeat(1e5); for (let i = 0; i < 50; i += 1) console.log(text); setInterval(() => undefined, 1000)'),
    ).toEqual({ kind: 'brokenOff' });
  });

  it('that is not there is missed', async () => {
    expect(await runProgram({ program: 'no-such-program-of-cups', args: [], forReading: true, limitMs: 1_000 })).toEqual({
      kind: 'absent',
    });
  });
});
