import type { CallName } from './ipc.ts';

/*
 * The names on the wire between windows and main. In a file without schemas, so that the preload, which runs before
 * every page, does not carry a validator along.
 */

/** Channel of a call, and of the notice that carries snapshots to every window. */
export const callChannel = (name: CallName): string => `kassa:${name}`;
export const STATE_CHANNEL = 'kassa:state';
