export interface PageAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Asks the service as the phone; undefined when it does not answer. */
export async function post(path: string, body: object = {}): Promise<PageAnswer | undefined> {
  try {
    const response = await fetch(`api/phone/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  } catch {
    return undefined;
  }
}
