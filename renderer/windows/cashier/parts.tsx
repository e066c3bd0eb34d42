import { later, PartComing } from '../../ui/index.ts';

/* What a window that can sell does not show first; each is a file of its own in the build. */

export const day = later(async () => (await import('../../screens/day/day-screen.tsx')).DayScreen, <PartComing />);
export const journal = later(async () => (await import('../../screens/journal/index.ts')).Journal, <PartComing />);
export const disbursement = later(async () => (await import('../../screens/disbursement/index.ts')).DisbursementScreen, <PartComing />);
export const payOut = later(async () => (await import('../../screens/pay-out/index.ts')).PayOutScreen, <PartComing />);
export const refund = later(async () => (await import('../../screens/refund/index.ts')).RefundScreen, <PartComing />);
export const settings = later(async () => (await import('../../screens/settings/index.ts')).Settings, <PartComing />);
export const wizard = later(async () => (await import('../../screens/set-up/index.ts')).Wizard, <PartComing />);

/** Brings in what the cashier goes to next, before it is asked for. The wizard is needed once in a till's life. */
export async function fetchPlaces(): Promise<void> {
  await Promise.all([journal, day, settings, refund, disbursement].map(({ fetch }) => fetch()));
}
