import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseRequest, writeAnswer, writeFault } from '../wire/envelope.ts';
import type { IncomingCall, SoapFault } from '../wire/envelope.ts';
import type { FaultPlan } from '../wire/faults.ts';
import type { OperationName, RequestOf } from '../wire/operations.ts';
import type { World } from '../world/world.ts';
import { BodyNotText, BodyTooLarge, readText } from './body.ts';
import { Gone, ResponseLine } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import { applyFault } from './fault-effects.ts';
import type { MessageLog } from './message-log.ts';

export const SOAP_PATH = '/soap/merchant/cashregister-2';

/** An invoice of thousands of rows or a receipt with pictures stays below. */
const MAX_SOAP_BYTES = 4 * 1024 * 1024;
/** Documents kept for redirected clients. */
const MAX_MOVED = 16;

export interface SoapDeps {
  readonly world: World;
  readonly faults: FaultPlan;
  readonly log: MessageLog;
  /** Aborted when the server stops: nobody waits any longer. */
  readonly stopping: AbortSignal;
}

/** POST of the service: reads, lets a fault spoil it if one is due, processes, answers. */
export class SoapEndpoint {
  readonly #deps: SoapDeps;
  readonly #moved = new Map<string, string>();
  #movedCount = 0;

  constructor(deps: SoapDeps) {
    this.#deps = deps;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const line = new ResponseLine(request, response, this.#deps.stopping);
    const document = await readDocument(request);
    if (typeof document !== 'string') {
      line.send(document.status, 'text/xml;charset=UTF-8', writeFault(document.fault), { connection: 'close' });
      return;
    }
    const parsed = parseRequest(document);
    if (!parsed.ok) {
      line.sendXml(500, writeFault(parsed.fault));
      this.#record(document, null, null, line, false);
      return;
    }
    await this.#answer(document, parsed.call, line);
  }

  /** What a client finds that followed a redirect; undefined when it is unknown. */
  movedDocument(id: string): string | undefined {
    return this.#moved.get(id);
  }

  async #answer(document: string, call: IncomingCall, line: ResponseLine): Promise<void> {
    const { world, faults } = this.#deps;
    const fault = faults.take(call.operation);
    let processed = false;
    const exchange: Exchange = {
      operation: call.operation,
      process() {
        processed = true;
        return answerOf(world, call, 'call');
      },
      processLate(afterMs) {
        processed = true;
        world.callLate(call.operation, call.request, afterMs);
      },
      rehearse: () => answerOf(world, call, 'rehearse'),
      moveAway: (answer) => this.#moveAway(answer),
      line,
    };
    try {
      if (fault) await applyFault(fault, exchange);
      else line.sendXml(200, exchange.process());
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
    } finally {
      this.#record(document, call.operation, fault?.text ?? null, line, processed);
    }
  }

  #moveAway(answer: string): string {
    const id = String((this.#movedCount += 1));
    this.#moved.set(id, answer);
    const [oldest] = this.#moved.keys();
    if (this.#moved.size > MAX_MOVED && oldest !== undefined) this.#moved.delete(oldest);
    return `${SOAP_PATH}?moved=${id}`;
  }

  #record(request: string, operation: OperationName | null, fault: string | null, line: ResponseLine, processed: boolean): void {
    this.#deps.log.add(this.#deps.world.nowMs(), {
      operation,
      request,
      response: line.sent?.body ?? null,
      httpStatus: line.sent?.status ?? null,
      fault,
      processed,
    });
  }
}

function answerOf<N extends OperationName>(
  world: World,
  call: { readonly operation: N; readonly request: RequestOf<N> },
  how: 'call' | 'rehearse',
): string {
  return writeAnswer(call.operation, world[how](call.operation, call.request));
}

async function readDocument(request: IncomingMessage): Promise<string | { readonly status: number; readonly fault: SoapFault }> {
  try {
    return await readText(request, MAX_SOAP_BYTES);
  } catch (error) {
    if (error instanceof BodyTooLarge) return { status: 413, fault: { code: 'Client', message: 'The message is too large' } };
    if (error instanceof BodyNotText) {
      return { status: 500, fault: { code: 'Client', message: 'Error reading XMLStreamReader: not text in its charset' } };
    }
    throw error;
  }
}
