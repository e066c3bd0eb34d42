/** Why a download failed, in words for the person at the keyboard. */

const BY_CODE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its server is not known here, so there is no network or no name server',
  EAI_AGAIN: 'its server is not known here, so there is no network or no name server',
  ECONNREFUSED: 'nothing answers where it should come from',
  ECONNRESET: 'the connection broke off',
  UND_ERR_SOCKET: 'the connection broke off',
  UND_ERR_CONNECT_TIMEOUT: 'its server does not answer',
  ENETUNREACH: 'there is no network',
  ENOSPC: 'the disk is full',
};
/** How OpenSSL and Node call a certificate that nobody here vouches for: a company's own, mostly. */
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ISSUER/;

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Fetch says "fetch failed" and keeps the matter itself under `cause`. */
function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error;
}

function firstLine({ message }: Error): string {
  return (message.split('\n', 1)[0] ?? '').replace(/\.$/, '');
}

/** @returns half a sentence, without a full stop */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = innermost(error);
  const known = BY_CODE[codeOf(inner)];
  if (known !== undefined) return `${known}: ${firstLine(inner)}`;
  if (UNTRUSTED.test(codeOf(inner)))
    return `the certificate is not trusted: ${firstLine(inner)}; NODE_EXTRA_CA_CERTS names a file with your own`;
  if (inner.message.includes('did not match expected checksum')) return 'what came is not what Electron published: its checksum differs';
  return firstLine(inner);
}
