import { answerClosing, answerOpening, writeFault } from '../wire/envelope.ts';
import { MAX_FAULT_MS } from '../wire/faults.ts';
import type { Fault } from '../wire/faults.ts';
import type { OperationName } from '../wire/operations.ts';
import { resultText } from '../world/result-codes.ts';
import { XML_TYPE } from './exchange.ts';
import type { Exchange } from './exchange.ts';

const HTML_TYPE = 'text/html;charset=UTF-8';
const BUSY_PAGE =
  '<!DOCTYPE html><html><head><title>503 Service Unavailable</title></head>' +
  '<body><h1>Service Unavailable</h1><p>The server is temporarily unable to service your request.</p></body></html>';
const LOGIN_PAGE =
  '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Guest Wi-Fi</title></head>' +
  '<body><h1>Welcome</h1><p>Please log in to use the network.</p></body></html>';

/**
 * Spoils one exchange. With `before` nothing is processed, with `late` not yet: where the spoiled answer needs a good one
 * to start from, that is rehearsed and nothing done. Two kinds delay more than they spoil, so for them `before` means: processed only if the
 * client is still there, after the delay (`delay`) or when the part every answer shares is out (`drip`).
 */
export async function applyFault(fault: Fault, exchange: Exchange): Promise<void> {
  const { kind } = fault;
  const { line, operation } = exchange;
  if (kind.name === 'delay') {
    await delayed(exchange, fault, kind.ms);
    return;
  }
  if (kind.name === 'drip') {
    await dripped(exchange, fault, kind.ms);
    return;
  }
  const good = fault.moment.name === 'after' ? exchange.process() : exchange.rehearse();
  if (fault.moment.name === 'late') exchange.processLate(fault.moment.ms);
  switch (kind.name) {
    case 'drop':
      return line.reset();
    case 'silence':
      await line.wait(MAX_FAULT_MS);
      return line.reset();
    case 'http-503-html':
      return line.send(503, HTML_TYPE, BUSY_PAGE);
    case 'html-200':
      return line.send(200, HTML_TYPE, LOGIN_PAGE);
    case 'empty-200':
      return line.sendXml(200, '');
    case 'truncated':
      return line.sendXml(200, good.slice(0, Math.floor(good.length / 2)));
    case 'wrong-operation':
      return line.sendXml(200, underAnotherName(operation, good));
    case 'two-status':
      return line.sendXml(200, withTwoAnswers(good));
    case 'http-500-good-body':
      return line.sendXml(500, good);
    case 'soap-fault':
      return line.sendXml(500, writeFault({ code: 'Server', message: 'Internal error' }));
    case 'redirect':
      return line.send(302, XML_TYPE, '', { location: exchange.moveAway(good) });
    case 'result':
      return line.sendXml(200, withResult(operation, kind.code));
  }
}

async function delayed(exchange: Exchange, fault: Fault, ms: number): Promise<void> {
  const answer = fault.moment.name === 'after' ? exchange.process() : undefined;
  await exchange.line.wait(ms);
  exchange.line.sendXml(200, answer ?? exchange.process());
}

async function dripped(exchange: Exchange, fault: Fault, ms: number): Promise<void> {
  const opening = answerOpening(exchange.operation);
  const answer = fault.moment.name === 'after' ? exchange.process() : undefined;
  await exchange.line.drip(ms, opening, () => (answer ?? exchange.process()).slice(opening.length));
}

function underAnotherName(operation: OperationName, document: string): string {
  const other = operation === 'cancelInvoice' ? 'unregisterTerminal' : 'cancelInvoice';
  return document.replaceAll(`ns2:${operation}Response`, `ns2:${other}Response`);
}

/** Two statuses, the second one PAID; for operations without a status two result codes. */
function withTwoAnswers(document: string): string {
  return document.includes('<status>')
    ? document.replace('</status>', '</status><status>PAID</status>')
    : document.replace('</resultCode>', '</resultCode><resultCode>0</resultCode>');
}

/** A refusal with any number; `version` is there as in every answer to getPaymentStatus. */
function withResult(operation: OperationName, code: number): string {
  const version = operation === 'getPaymentStatus' ? '<version>0</version>' : '';
  return (
    answerOpening(operation) +
    `<resultCode>${code}</resultCode><resultDescription>${resultText(code)}</resultDescription>${version}` +
    answerClosing(operation)
  );
}
