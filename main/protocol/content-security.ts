/** The headers of every page of ours. Policies are whole strings so that a test can compare them letter by letter. */
const COMMON = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** security §7. */
export const BUNDLE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; " + COMMON;

/** The simulated phone asks its own host, which is answered by us from the simulator; nothing else. */
export const PHONE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " + COMMON;

export function securityHeaders(policy: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  };
}
