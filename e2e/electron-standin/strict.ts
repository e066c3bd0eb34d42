/**
 * What keeps the stand-in honest: whatever it does not have throws, instead of answering `undefined` or doing nothing.
 * Every exported object ends its prototype chain in `strictEnd`, so a member that was never written is reported by name.
 */
import { EventEmitter } from 'node:events';

export class NotProvided extends Error {
  constructor(what: string) {
    super(`${what} is not provided by the stand-in`);
    this.name = 'NotProvided';
  }
}

export function notProvided(what: string): never {
  throw new NotProvided(what);
}

/** Names the language and its tools look up on any object; an absent one is an honest `undefined`. */
const ASKED_OF_ANY_OBJECT = new Set(['then', 'toJSON', 'inspect', 'default', 'apiName', 'nodeType', 'asymmetricMatch']);

/** @returns a prototype that knows what `base` knows and throws for everything else. */
function strictEnd(base: object, nameOf: (receiver: object) => string): object {
  return new Proxy(base, {
    get(target, key, receiver: object): unknown {
      if (typeof key === 'symbol' || key in target || key.startsWith('_') || ASKED_OF_ANY_OBJECT.has(key)) {
        return Reflect.get(target, key, receiver);
      }
      return notProvided(`${nameOf(receiver)}.${key}`);
    },
  });
}

/** Makes a plain object strict and returns it. */
export function strict<T extends object>(name: string, object: T): T {
  Object.setPrototypeOf(
    object,
    strictEnd(Object.prototype, () => name),
  );
  return object;
}

/** A class that has, like its instances, nothing but what is written down in it. */
export abstract class Strict {
  abstract readonly apiName: string;
}
Object.setPrototypeOf(
  Strict.prototype,
  strictEnd(Object.prototype, (receiver) => (receiver as Strict).apiName),
);
Object.setPrototypeOf(
  Strict,
  strictEnd(Function.prototype, (receiver) => String(Reflect.get(receiver, 'name'))),
);

/** Listeners of every event share this shape; Electron's own types say what each event carries. */
export type Listener = (...args: never[]) => void;
type Emitted = (...args: unknown[]) => void;

/** A strict object that emits events: subscribing to one that would never come throws. */
export abstract class StrictEmitter extends Strict {
  protected abstract readonly knownEvents: readonly string[];
  private readonly emitter = new EventEmitter();

  private known(event: string): void {
    if (!this.knownEvents.includes(event)) notProvided(`The event '${event}' of ${this.apiName}`);
  }
  on(event: string, listener: Listener): this {
    this.known(event);
    this.emitter.on(event, listener as Emitted);
    return this;
  }
  addListener(event: string, listener: Listener): this {
    return this.on(event, listener);
  }
  once(event: string, listener: Listener): this {
    this.known(event);
    this.emitter.once(event, listener as Emitted);
    return this;
  }
  prependListener(event: string, listener: Listener): this {
    this.known(event);
    this.emitter.prependListener(event, listener as Emitted);
    return this;
  }
  off(event: string, listener: Listener): this {
    this.emitter.off(event, listener as Emitted);
    return this;
  }
  removeListener(event: string, listener: Listener): this {
    return this.off(event, listener);
  }
  removeAllListeners(event?: string): this {
    this.emitter.removeAllListeners(event);
    return this;
  }
  listenerCount(event: string): number {
    return this.emitter.listenerCount(event);
  }
  setMaxListeners(count: number): this {
    this.emitter.setMaxListeners(count);
    return this;
  }
  emit(event: string, ...args: unknown[]): boolean {
    return this.emitter.emit(event, ...args);
  }
  /** Emits an event that a listener may prevent. @returns whether one did */
  protected emitPreventable(event: string, details: object = {}, ...args: unknown[]): boolean {
    const carried = preventable(details);
    this.emit(event, carried, ...args);
    return carried.defaultPrevented;
  }
}

export interface Preventable {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** @returns Electron's event object: `details` and a `preventDefault`. */
export function preventable<T extends object>(details: T): T & Preventable {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault(): void {
      event.defaultPrevented = true;
    },
  };
  return event;
}
