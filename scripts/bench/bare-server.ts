/** The baseline of the simulator's answers: a node:http server that reads what comes and answers a fixed envelope of `argv[2]` bytes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const OPENING = '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>';
const CLOSING = '</soap:Body></soap:Envelope>';
const filling = Number(process.argv[2]) - OPENING.length - CLOSING.length;
const envelope = OPENING + ' '.repeat(Math.max(0, filling)) + CLOSING;

const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
  request.resume().once('end', () => {
    response.writeHead(200, { 'content-type': 'text/xml;charset=UTF-8', 'content-length': Buffer.byteLength(envelope) });
    response.end(envelope);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
});
