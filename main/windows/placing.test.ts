import { describe, expect, it } from 'vitest';
import { canPlaceWindows, insideOf } from './placing.ts';

const can = (platform: NodeJS.Platform, env: Record<string, string>, switches: Record<string, string> = {}): boolean =>
  canPlaceWindows({ platform, env, switchValue: (name) => switches[name] ?? '' });

const WAYLAND = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' };

describe('a program says where its windows go', () => {
  it.each([
    ['on Windows', 'win32', {}],
    ['on macOS', 'darwin', {}],
    ['under X11', 'linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }],
    ['on a bare X server', 'linux', { DISPLAY: ':99' }],
  ] as const)('%s', (_where, platform, env) => {
    expect(can(platform, env)).toBe(true);
  });

  it('not under Wayland, whichever of its two signs is there', () => {
    expect(can('linux', WAYLAND)).toBe(false);
    expect(can('linux', { XDG_SESSION_TYPE: 'wayland' })).toBe(false);
    expect(can('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
  });

  it('under Wayland too if the command line chose Xwayland', () => {
    expect(can('linux', WAYLAND, { 'ozone-platform': 'x11' })).toBe(true);
    expect(can('linux', WAYLAND, { 'ozone-platform-hint': 'x11' })).toBe(true);
    expect(can('linux', WAYLAND, { 'ozone-platform-hint': 'auto' })).toBe(false);
    expect(can('linux', WAYLAND, { 'ozone-platform-hint': 'auto', 'ozone-platform': 'x11' })).toBe(true);
  });

  it('not where the command line chose Wayland', () => {
    expect(can('linux', { DISPLAY: ':0' }, { 'ozone-platform': 'wayland' })).toBe(false);
  });
});

it('the customer’s window opens inside its screen', () => {
  expect(insideOf({ id: 2, bounds: { x: 1366, y: 0, width: 1366, height: 768 } })).toEqual({ x: 1406, y: 40 });
});
