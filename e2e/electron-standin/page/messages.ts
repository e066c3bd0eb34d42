/* What passes between a preload's world and the main process, as text of the codec. */

/** What the preload's world sends: always with the address it was sent from. */
export type FromPage =
  | { readonly op: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown[] }
  | { readonly op: 'send'; readonly channel: string; readonly args: unknown[] }
  | { readonly op: 'close' }
  | { readonly op: 'open'; readonly url: string; readonly frameName: string; readonly features: string }
  | { readonly op: 'preload-error'; readonly error: Error };

/** What the main process delivers. */
export type ToPage =
  | { readonly op: 'message'; readonly channel: string; readonly args: unknown[] }
  | { readonly op: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly op: 'answer'; readonly id: number; readonly ok: false; readonly error: string };
