import type { IntentResult } from '../../contract/ipc.ts';
import type { PrinterPort } from '../ports.ts';
import { OK, refuse, saved } from '../results.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';

/** The terminal's code on paper, for the counter. */
export async function saveSticker(settings: SettingsKeeper, printer: PrinterPort): Promise<IntentResult> {
  const { seqrId, terminal, business } = settings.profile.get();
  if (seqrId === null || terminal === null) return refuse('setup.not-now');
  const { language } = settings.preferences();
  const page = { kind: 'sticker', seqrId, register: terminal.name, shop: business?.name ?? '', language } as const;
  const outcome = await printer.savePdf(page, `sticker-${seqrId}.pdf`);
  return outcome.ok ? OK : saved(outcome);
}
