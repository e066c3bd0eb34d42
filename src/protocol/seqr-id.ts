/** The terminal's static code, which the customer scans (PF-20): `HTTP://SEQR.SE/Q<seqrId>`, the id as it was assigned. */
export function terminalCode(seqrId: string): string {
  return `HTTP://SEQR.SE/Q${seqrId}`;
}

/** SEQR refuses ids that are not alphanumeric with 53 (protocol §7). Forty is far above the longest printed one. */
export function isSeqrId(text: string): boolean {
  return /^[A-Za-z0-9]{1,40}$/.test(text);
}

/** Digits or capitals keep the code in the QR's alphanumeric mode, so it stays coarse and easy to scan (PF-20). */
export function isRecommendedSeqrId(text: string): boolean {
  return /^[A-Z0-9]{1,40}$/.test(text);
}

/** Takes a scan of the whole code or of the bare id; null if it is neither. */
export function seqrIdFromScan(text: string): string | null {
  const id = text.trim().replace(/^(?:https?|seqr):\/\/seqr\.se\/q/i, '');
  return isSeqrId(id) ? id : null;
}

/** Whether a text is a code that leads a phone to SEQR: of a terminal, of one invoice, or another of SEQR's (protocol §4). */
export function isSeqrCode(text: string): boolean {
  return text.length <= MAX_CODE_LENGTH && /^(?:https?|seqr):\/\/seqr\.se\/[\w./?=&%-]+$/i.test(text);
}

/** More than a display shows well and far more than any of SEQR's has. */
const MAX_CODE_LENGTH = 200;
