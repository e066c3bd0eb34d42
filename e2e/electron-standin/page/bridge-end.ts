/**
 * One end of the bridge between a page's own world and the preload's: both ends are the same code. A CustomEvent's
 * `detail` crosses worlds by structured clone and is delivered at once, so calls over the bridge return values as
 * Electron's contextBridge does; functions and promises cross as numbers. Sent to the page as source text.
 */
export interface BridgeEnd {
  /** Calls function `id` of the other end. Function 0 is the one that end was made with. */
  readonly call: (id: number, args: readonly unknown[]) => unknown;
}

type Callable = (...args: readonly unknown[]) => unknown;
type Tree =
  | { readonly k: 'value'; readonly value: unknown }
  | { readonly k: 'function' | 'promise'; readonly id: number }
  | { readonly k: 'error'; readonly name: string; readonly message: string }
  | { readonly k: 'array'; readonly items: readonly Tree[] }
  | { readonly k: 'object'; readonly entries: readonly (readonly [string, Tree])[] };
type Message =
  | { readonly op: 'call'; readonly id: number; readonly args: readonly Tree[] }
  | { readonly op: 'reply' | 'settle'; readonly id: number; readonly ok: boolean; readonly tree: Tree };

/** What functions and promises are on their way across. */
interface Across {
  /** @returns the number under which the other end calls it */
  readonly lendFunction: (callable: Callable) => number;
  /** @returns the number under which the other end hears how it ended */
  readonly lendPromise: (promise: Promise<unknown>) => number;
  /** Calls a function of the other end. */
  readonly call: (id: number, args: readonly unknown[]) => unknown;
  readonly awaitPromise: (id: number, settled: (ok: boolean, value: unknown) => void) => void;
}
interface Marshalling {
  readonly marshal: (value: unknown) => Tree;
  readonly unmarshal: (tree: Tree) => unknown;
}

/** As both worlds' scripts call it: the one below, with what it needs. */
export type MakeEnd = (outgoing: string, incoming: string, root: Callable) => BridgeEnd;

/** @param makeMarshal `makeMarshalling`, passed in because this function arrives in the page alone */
export function makeBridgeEnd(outgoing: string, incoming: string, root: Callable, makeMarshal: typeof makeMarshalling): BridgeEnd {
  // Taken now: what a page's script does to these later does not concern the bridge.
  const Carrier = CustomEvent;
  const dispatch = window.dispatchEvent.bind(window);
  const functions: Callable[] = [root];
  const ids = new Map<Callable, number>([[root, 0]]);
  const awaited = new Map<number, (ok: boolean, value: unknown) => void>();
  let lastPromise = 0;
  let reply: { readonly ok: boolean; readonly tree: Tree } | undefined;

  const send = (message: Message): void => {
    dispatch(new Carrier(outgoing, { detail: message }));
  };
  const { marshal, unmarshal } = makeMarshal({
    lendFunction,
    lendPromise,
    call,
    awaitPromise: (id, settled) => void awaited.set(id, settled),
  });

  function lendFunction(callable: Callable): number {
    const known = ids.get(callable);
    if (known !== undefined) return known;
    ids.set(callable, functions.length);
    return functions.push(callable) - 1;
  }

  function lendPromise(promise: Promise<unknown>): number {
    lastPromise += 1;
    const id = lastPromise;
    promise.then(
      (value) => send({ op: 'settle', id, ok: true, tree: marshal(value) }),
      (error: unknown) => send({ op: 'settle', id, ok: false, tree: marshal(error) }),
    );
    return id;
  }

  function call(id: number, args: readonly unknown[]): unknown {
    reply = undefined;
    send({ op: 'call', id, args: args.map((argument) => marshal(argument)) });
    // Filled in while the event was dispatched; a nested call fills it in earlier, so the last one is ours.
    const answer = reply as { readonly ok: boolean; readonly tree: Tree } | undefined;
    if (answer === undefined) throw new Error('The other world did not answer.');
    const value = unmarshal(answer.tree);
    if (answer.ok) return value;
    throw value;
  }

  function answer(id: number, args: readonly Tree[]): void {
    try {
      const tree = marshal(functions[id]?.(...args.map(unmarshal)));
      send({ op: 'reply', id, ok: true, tree });
    } catch (error) {
      send({ op: 'reply', id, ok: false, tree: marshal(error) });
    }
  }

  window.addEventListener(incoming, (event) => {
    const message = (event as CustomEvent<Message>).detail;
    if (message.op === 'call') answer(message.id, message.args);
    else if (message.op === 'reply') reply = message;
    else {
      awaited.get(message.id)?.(message.ok, unmarshal(message.tree));
      awaited.delete(message.id);
    }
  });
  return { call };
}

/** Values as they cross: data as it is, functions and promises as numbers. */
export function makeMarshalling(across: Across): Marshalling {
  /** As deep as Electron goes; a value that holds itself ends here too. */
  const deepest = 1000;

  function marshal(value: unknown, depth = 0): Tree {
    if (depth > deepest) {
      throw new Error('Electron contextBridge recursion depth exceeded. Nested objects deeper than 1000 are not supported.');
    }
    if (typeof value === 'function') return { k: 'function', id: across.lendFunction(value as Callable) };
    if (typeof value !== 'object' || value === null) return { k: 'value', value };
    if (value instanceof Promise) return { k: 'promise', id: across.lendPromise(value) };
    if (value instanceof Error) return { k: 'error', name: value.name, message: value.message };
    if (Array.isArray(value)) return { k: 'array', items: value.map((item) => marshal(item, depth + 1)) };
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return { k: 'value', value };
    return { k: 'object', entries: Object.entries(value).map(([key, item]) => [key, marshal(item, depth + 1)]) };
  }

  function unmarshal(tree: Tree): unknown {
    switch (tree.k) {
      case 'value':
        return tree.value;
      case 'array':
        return tree.items.map(unmarshal);
      case 'object':
        return Object.fromEntries(tree.entries.map(([key, item]) => [key, unmarshal(item)]));
      case 'error':
        return Object.assign(new Error(tree.message), tree.name === 'Error' ? {} : { name: tree.name });
      case 'function':
        return (...args: readonly unknown[]) => across.call(tree.id, args);
      case 'promise':
        return new Promise((resolve, reject) => {
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what the other world rejected with
          across.awaitPromise(tree.id, (ok, value) => (ok ? resolve(value) : reject(value)));
        });
    }
  }

  return { marshal, unmarshal };
}
