/**
 * The first pages of an application seen from outside without holding it up: Playwright would wait for both engines
 * before it lets an application start.
 */
const PAGE = 'page';

interface Context {
  readonly id: number;
  readonly auxData?: { readonly isDefault?: boolean };
}
interface Incoming {
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: {
    readonly sessionId?: string;
    readonly targetInfo?: { readonly type: string };
    readonly name?: string;
    readonly payload?: string;
    readonly context?: Context;
  };
}

/**
 * Runs `source` in every page as it comes, before its own scripts where that is still possible.
 * @param address the DevTools address the application has told on stderr
 * @param binding what `source` calls with a text
 * @returns the first text
 */
export function firstWord(address: string, source: string, binding: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    let lastId = 0;
    const send = (method: string, params: object = {}, sessionId?: string): void => {
      lastId += 1;
      socket.send(JSON.stringify({ id: lastId, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    };
    const watch = (sessionId: string): void => {
      send('Page.enable', {}, sessionId);
      send('Runtime.enable', {}, sessionId);
      send('Runtime.addBinding', { name: binding }, sessionId);
      send('Page.addScriptToEvaluateOnNewDocument', { source }, sessionId);
      send('Runtime.evaluate', { expression: source }, sessionId);
    };
    // A page that changes its process just then may miss both.
    const again = ({ id, auxData }: Context, sessionId: string): void => {
      if (auxData?.isDefault === true) send('Runtime.evaluate', { expression: source, contextId: id }, sessionId);
    };
    socket.onopen = () => send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    socket.onerror = () => reject(new Error('the DevTools connection failed'));
    socket.onclose = () => reject(new Error('the application ended'));
    socket.onmessage = ({ data }) => {
      const { method, params, sessionId = '' } = JSON.parse(String(data)) as Incoming;
      if (method === 'Runtime.executionContextCreated' && params?.context !== undefined) again(params.context, sessionId);
      if (method === 'Target.attachedToTarget' && params?.targetInfo?.type === PAGE) watch(params.sessionId ?? '');
      if (method !== 'Runtime.bindingCalled' || params?.name !== binding) return;
      resolve(params.payload ?? '');
      socket.close();
    };
  });
}
