/** `session`: the default session, which all windows share. */
import { Permissions, type CheckHandler, type RequestHandler } from './permissions.ts';
import { Protocol } from './protocol.ts';
import { Strict, StrictEmitter, notProvided } from './strict.ts';
import { WebRequest } from './web-request.ts';

export const protocol = new Protocol();
export const permissions = new Permissions();
export const webRequest = new WebRequest();

class Session extends StrictEmitter implements Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'> {
  readonly apiName = 'session';
  /** Nothing is ever downloaded here, so the event is accepted and never comes. */
  protected readonly knownEvents = ['will-download'];
  readonly protocol = protocol;
  readonly webRequest = webRequest;

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    permissions.setRequestHandler(handler);
  }
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    permissions.setCheckHandler(handler);
  }
}

export const defaultSession = new Session();

class SessionModule extends Strict {
  readonly apiName = 'session';
  readonly defaultSession = defaultSession;
  fromPartition(): never {
    return notProvided('session.fromPartition');
  }
}

export const session = new SessionModule();
