/**
 * The order in which Kassa starts, as data, so that a test can assert it.
 *
 * The core begins to ask about unfinished payments as soon as this process is the only one (PF-15), while Chromium is
 * still starting; `windows` comes after `resumed`: no window before every unfinished attempt has been asked about.
 */
export const BOOT_ORDER = [
  'harden', // sandbox, scheme, guards on every page: before Electron is ready (security §4, §18)
  'oneInstance', // one running till per machine (PF-01)
  'till', // the core starts; not waited for yet
  'runtime', // Electron is ready
  'session', // permissions, network, app:// (security §1, §5, §18)
  'calls', // windows may call from here on (security §17)
  'resumed', // the core has started: the first snapshot is there
  'shell', // theme, power, quitting
  'windows',
  'afterPaint', // what could wait
] as const;

export type BootStep = (typeof BOOT_ORDER)[number];
/** `stop`: this start ends here, the rest of the plan is not run. */
export type BootWork = Readonly<Record<BootStep, () => BootOutcome | Promise<BootOutcome>>>;
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- most steps just end
type BootOutcome = void | 'stop';

/**
 * Runs the plan, one step at a time.
 * @param mark told of every finished step.
 * @returns false if a step stopped it. Rejects with what a step threw.
 */
export async function runBoot(work: BootWork, mark: (step: BootStep) => void): Promise<boolean> {
  for (const step of BOOT_ORDER) {
    const outcome = work[step]();
    // Not awaited unless there is something to wait for: a step before `ready` must not miss its turn.
    if (outcome === 'stop' || (outcome instanceof Promise && (await outcome) === 'stop')) return false;
    mark(step);
  }
  return true;
}
