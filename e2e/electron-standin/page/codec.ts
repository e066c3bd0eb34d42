/**
 * Values between the main process and a page. The DevTools protocol carries text only, Electron structured clones: this
 * writes the kinds of value a clone keeps (dates, maps, bytes, cycles …) as JSON and refuses the ones a clone refuses.
 * The functions are also sent to the page as source text, so they use nothing from outside but their arguments.
 */
export interface Codec {
  /** @throws what `structuredClone` throws for functions and symbols, in Electron's words */
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

type Node = readonly [kind: string, ...rest: unknown[]];

/** @param writer @param reader `makeWriter` and `makeReader`, passed in because this function arrives in the page alone */
export function makeCodec(writer: typeof makeWriter, reader: typeof makeReader): Codec {
  const [write, read] = [writer(), reader()];
  return {
    encode: (value) => JSON.stringify(write(value)),
    decode: (text) => read(JSON.parse(text) as Node),
  };
}

export function makeWriter(): (value: unknown) => Node {
  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  };
  const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

  function write(value: unknown, seen: Map<object, number>): Node {
    if (value === undefined) return ['u'];
    if (typeof value === 'bigint') return ['big', value.toString()];
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
      return ['n', Object.is(value, -0) ? '-0' : String(value)];
    }
    if (typeof value === 'function' || typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof value !== 'object' || value === null) return ['v', value];
    const known = seen.get(value);
    if (known !== undefined) return ['ref', known];
    seen.set(value, seen.size);
    if (Array.isArray(value)) return ['a', value.map((item) => write(item, seen))];
    if (ArrayBuffer.isView(value)) {
      return ['view', kindOf(value), toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
    }
    switch (kindOf(value)) {
      case 'Date':
        return ['d', (value as Date).getTime()];
      case 'RegExp':
        return ['re', (value as RegExp).source, (value as RegExp).flags];
      case 'Error':
        return ['e', (value as Error).name, (value as Error).message, (value as Error).stack];
      case 'ArrayBuffer':
        return ['ab', toBase64(new Uint8Array(value as ArrayBuffer))];
      case 'Map':
        return ['m', [...(value as Map<unknown, unknown>)].map(([k, v]) => [write(k, seen), write(v, seen)])];
      case 'Set':
        return ['s', [...(value as Set<unknown>)].map((item) => write(item, seen))];
      case 'Promise':
      case 'WeakMap':
      case 'WeakSet':
      case 'WeakRef':
        throw new Error('An object could not be cloned.');
      default:
        return ['o', Object.entries(value).map(([k, v]) => [k, write(v, seen)])];
    }
  }

  return (value) => write(value, new Map());
}

export function makeReader(): (node: Node) => unknown {
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

  function keep<T>(value: T, seen: unknown[]): T {
    seen.push(value);
    return value;
  }

  function readView(kind: string, bytes: Uint8Array<ArrayBuffer>): unknown {
    const constructor: unknown = Reflect.get(globalThis, kind);
    return typeof constructor === 'function' ? Reflect.construct(constructor, [bytes.buffer]) : bytes;
  }

  function readError(name: string, message: string, stack: unknown): Error {
    const error = new Error(message);
    error.name = name;
    if (typeof stack === 'string') error.stack = stack;
    return error;
  }

  function read(node: Node, seen: unknown[]): unknown {
    const [kind, first, second, third] = node;
    const list = first as Node[];
    switch (kind) {
      case 'u':
        return undefined;
      case 'v':
        return first;
      case 'n':
        return Number(first);
      case 'big':
        return BigInt(first as string);
      case 'ref':
        return seen[first as number];
      case 'd':
        return keep(new Date(first as number), seen);
      case 're':
        return keep(new RegExp(first as string, second as string), seen);
      case 'e':
        return keep(readError(first as string, second as string, third), seen);
      case 'ab':
        return keep(fromBase64(first as string).buffer, seen);
      case 'view':
        return keep(readView(first as string, fromBase64(second as string)), seen);
      case 'a': {
        const array = keep<unknown[]>([], seen);
        for (const item of list) array.push(read(item, seen));
        return array;
      }
      case 's': {
        const set = keep(new Set(), seen);
        for (const item of list) set.add(read(item, seen));
        return set;
      }
      case 'm': {
        const map = keep(new Map(), seen);
        for (const [k, v] of first as [Node, Node][]) map.set(read(k, seen), read(v, seen));
        return map;
      }
      default: {
        const object = keep<Record<string, unknown>>({}, seen);
        for (const [k, v] of first as [string, Node][]) object[k] = read(v, seen);
        return object;
      }
    }
  }

  return (node) => read(node, []);
}
