import type { OperationName, RequestOf, ReturnOf } from '../../wire/operations.ts';
import type { Core } from '../core.ts';

/** One operation: what the till asked in, what the service answers out, at once and without waiting. */
export type Handler<N extends OperationName> = (core: Core, request: RequestOf<N>) => ReturnOf<N>;
