import type { DisplayPlace } from './displays.ts';

/** What decides whether a program may say where its windows go. */
export interface Session {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The value of a switch of the command line; empty if it is not there. */
  readonly switchValue: (name: string) => string;
}

/**
 * Under Wayland no program places its windows: each opens on the screen in use, wherever it was sent, and its bounds are what
 * was asked for, not what is. Under X11 (Xwayland too), Windows and macOS a program asks and can see what came of it.
 */
export function canPlaceWindows({ platform, env, switchValue }: Session): boolean {
  if (platform !== 'linux') return true;
  const chosen = [switchValue('ozone-platform'), switchValue('ozone-platform-hint')].find((value) => value !== '' && value !== 'auto');
  if (chosen !== undefined) return chosen === 'x11';
  return env['XDG_SESSION_TYPE'] !== 'wayland' && (env['WAYLAND_DISPLAY'] ?? '') === '';
}

const INSET = 40;

/** Where the customer's window opens on its screen, before it fills it: well inside, so that no frame leans over the edge. */
export function insideOf({ bounds }: DisplayPlace): { readonly x: number; readonly y: number } {
  return { x: bounds.x + INSET, y: bounds.y + INSET };
}
