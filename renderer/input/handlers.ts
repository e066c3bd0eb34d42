import { useEffect, useRef } from 'react';
import type { ShortcutAction } from './shortcuts.ts';

/** Does what a key asks for; false: not now, let the key do what it does by itself. */
export type ActionHandler = () => boolean;

export interface KeyHandlers {
  readonly actions?: Readonly<Partial<Record<ShortcutAction, ActionHandler>>>;
  /** Characters typed outside every field, by a hand and not by a scanner. */
  readonly typed?: (text: string) => void;
}

type Layer = { readonly kind: 'handlers'; current: KeyHandlers } | { readonly kind: 'barrier' };

const layers: Layer[] = [];

function addLayer(layer: Layer): () => void {
  layers.push(layer);
  return () => {
    layers.splice(layers.indexOf(layer), 1);
  };
}

/** The layers that keys reach now, the topmost first: nothing under a dialog. */
function reachable(): readonly KeyHandlers[] {
  const barrier = layers.findLastIndex((layer) => layer.kind === 'barrier');
  return layers
    .slice(barrier + 1)
    .flatMap((layer) => (layer.kind === 'handlers' ? [layer.current] : []))
    .reverse();
}

/** True if a handler took the action. */
export function handAction(action: ShortcutAction): boolean {
  return reachable().some((handlers) => handlers.actions?.[action]?.() ?? false);
}

/** True if a handler took the characters. */
export function handTyped(text: string): boolean {
  const taker = reachable().find((handlers) => handlers.typed !== undefined);
  taker?.typed?.(text);
  return taker !== undefined;
}

/** Enter belongs to the button that the keyboard has chosen, if there is one. */
export function enterIsForButton(): boolean {
  return document.activeElement instanceof HTMLButtonElement;
}

/** While the component is mounted, keys come to it before they come to what was mounted earlier. */
export function useKeys(handlers: KeyHandlers): void {
  const layer = useRef<Extract<Layer, { kind: 'handlers' }>>({ kind: 'handlers', current: {} });
  useEffect(() => {
    layer.current.current = handlers;
  });
  useEffect(() => addLayer(layer.current), []);
}

/** A dialog: keys do not reach what lies under it. */
export function useKeyBarrier(): void {
  useEffect(() => addLayer({ kind: 'barrier' }), []);
}
