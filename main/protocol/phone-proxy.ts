import { PHONE_POLICY, securityHeaders } from './content-security.ts';
import { phoneRoute } from './phone-routes.ts';

const DEADLINE_MS = 20_000;
const REQUEST_LIMIT_BYTES = 16 * 1024;

/**
 * Hands a request of the phone's page to the simulator on this machine. By Node's own fetch, which knows nothing of the
 * windows' session, so that the rule "no request leaves app://" needs no exception.
 */
export async function answerPhone(simulatorUrl: string, request: Request, url: URL): Promise<Response> {
  const route = phoneRoute(request.method, url.pathname);
  if (route === null) return refuse(404);
  const body = request.method === 'POST' ? await request.text() : null;
  if (body !== null && body.length > REQUEST_LIMIT_BYTES) return refuse(413);
  try {
    const answer = await fetch(new URL(route + url.search, simulatorUrl), {
      method: request.method,
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MS),
      ...(body === null ? {} : { body, headers: { 'Content-Type': 'application/json' } }),
    });
    return new Response(await answer.arrayBuffer(), {
      status: answer.status,
      headers: {
        'Content-Type': answer.headers.get('content-type') ?? 'application/octet-stream',
        'Cache-Control': 'no-store',
        ...securityHeaders(PHONE_POLICY),
      },
    });
  } catch {
    return refuse(502);
  }
}

function refuse(status: number): Response {
  return new Response('', { status, headers: securityHeaders(PHONE_POLICY) });
}
