/** Why an address is refused. Stable words: the wizard has a sentence for each. */
export type EndpointProblem =
  | 'not-a-url' // not an absolute address
  | 'not-http' // neither https nor http
  | 'https-required' // plain http to another machine would show the password to everyone on the way
  | 'credentials-in-url'; // a user or password in the address would end up in logs

export type EndpointCheck = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly code: EndpointProblem };

/** This machine itself: the one place where plain http harms nobody. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/**
 * Checks an endpoint as typed (protocol §1: https, except on this machine). Returns it in its normal form, without
 * surrounding blanks, fragment, or the `?wsdl` of a copied description address.
 */
export function checkEndpoint(text: string): EndpointCheck {
  const url = URL.parse(text.trim());
  if (url === null) return { ok: false, code: 'not-a-url' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, code: 'not-http' };
  if (url.username !== '' || url.password !== '') return { ok: false, code: 'credentials-in-url' };
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return { ok: false, code: 'https-required' };
  url.hash = '';
  if (url.search.toLowerCase() === '?wsdl') url.search = '';
  return { ok: true, url: url.href };
}
