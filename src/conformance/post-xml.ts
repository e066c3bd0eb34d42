import { Agent, request as httpRequest } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** POSTs a document as it is and reads the whole answer; rejects when the connection breaks. */
export function postXml(url: string, document: string | Buffer, type = 'text/xml;charset=utf-8'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', agent, headers: { 'content-type': type } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, type: headers['content-type'] ?? '', body: Buffer.concat(chunks).toString() });
      });
    });
    request.on('error', reject);
    request.end(document);
  });
}
