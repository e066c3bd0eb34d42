import type { IncomingMessage } from 'node:http';

/** The request is larger than we read. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** The bytes are not text in the charset they claim. */
export class BodyNotText extends Error {
  override readonly name = 'BodyNotText';
}

/** No network cuts a body this small; a million pieces of a byte would hold a hundred times their own memory. */
const MAX_PIECES = 100_000;

/** The whole body as text, by the charset of its content type, UTF-8 without one. */
export async function readText(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection must outlive a refusal: the answer still goes over it.
  const chunkStream = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of chunkStream) {
    size += chunk.length;
    if (size > maxBytes || chunks.length >= MAX_PIECES) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  const charset = /charset="?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new BodyNotText();
  }
}
