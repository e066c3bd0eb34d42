/** `protocol`: custom schemes. Registered before ready, answered by a handler that maps a Request to a Response. */
import { isReserved, reserveScheme } from './origin-map.ts';
import { Strict, notProvided } from './strict.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, SchemeHandler>();
let ready = false;

export function schemeHandler(scheme: string): SchemeHandler | undefined {
  return handlers.get(scheme);
}

/** From `ready` on, schemes can be registered no more, as in Electron. */
export function closeSchemeRegistration(): void {
  ready = true;
}

export class Protocol
  extends Strict
  implements Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>
{
  readonly apiName = 'protocol';

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) {
      // The mapping gives each scheme the standing of https; one without it would be shown wrongly.
      if (privileges?.standard !== true || privileges.secure !== true) {
        notProvided(`A scheme that is not both standard and secure (${scheme})`);
      }
      reserveScheme(scheme);
    }
  }

  handle(scheme: string, handler: SchemeHandler): void {
    if (!isReserved(scheme)) notProvided(`protocol.handle for '${scheme}', which was not registered as privileged,`);
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }

  isProtocolHandled(scheme: string): boolean {
    return handlers.has(scheme);
  }
}
