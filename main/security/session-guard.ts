import type { Session } from 'electron';
import { isAllowedRequest } from './addresses.ts';

export interface GuardLog {
  (what: string, data: object): void;
}

/** Every permission denied, asked or looked up; no request leaves our own scheme (security §1, §5). */
export function guardSession(session: Session, developer: boolean, warn: GuardLog): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    warn('permission refused', { permission });
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAllowedRequest(details.url, developer);
    if (!allowed) warn('request refused', { url: details.url.slice(0, 200) });
    answer({ cancel: !allowed });
  });
}
