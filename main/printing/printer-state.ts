/** CUPS' number for a printer that an administrator, or CUPS itself after a failure, has stopped. */
const STOPPED = '5';

/**
 * Whether the system would take a job and hold it, for the paper to come out some day beside the one that was printed in
 * the meantime (PF-28). Only what somebody has to undo counts: that paper or power is missing is told by a job, and an idle
 * printer's word on it may be old.
 * @param options what the system says of the printer; only CUPS names its state, others are read as ready
 */
export function isStopped(options: object): boolean {
  const said = new Map(Object.entries(options) as readonly [string, unknown][]);
  return said.get('printer-state') === STOPPED || said.get('printer-is-accepting-jobs') === 'false';
}
