import type { CallName } from '../../src/contract/index.ts';
import { ROLE_RIGHTS } from '../windows/roles.ts';
import type { WindowRole } from '../windows/roles.ts';

/** The part of a frame that the check looks at; Electron's `WebFrameMain` fits. */
export interface SenderFrame {
  readonly origin: string;
  readonly parent: unknown;
}

export type SenderVerdict =
  | { readonly ok: true; readonly role: WindowRole }
  | { readonly ok: false; readonly reason: 'no-frame' | 'not-ours' | 'not-top' | 'origin' | 'not-allowed' };

/**
 * May this frame make this call? (security §17) Only the top frame of a window that we made, still on its own origin,
 * for a call on its role's list.
 * @param role of the window that sent it; null if it is none of ours.
 * @param frame null if it has navigated away or is gone since it sent.
 */
export function checkSender(call: CallName, role: WindowRole | null, frame: SenderFrame | null): SenderVerdict {
  if (frame === null) return { ok: false, reason: 'no-frame' };
  if (role === null) return { ok: false, reason: 'not-ours' };
  if (frame.parent !== null) return { ok: false, reason: 'not-top' };
  const rights = ROLE_RIGHTS[role];
  if (frame.origin !== rights.origin) return { ok: false, reason: 'origin' };
  if (!rights.calls.includes(call)) return { ok: false, reason: 'not-allowed' };
  return { ok: true, role };
}
