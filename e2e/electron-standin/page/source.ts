/** Puts the functions of this folder together as the two scripts each document starts with. */
import fs from 'node:fs';
import { makeBridgeEnd, makeMarshalling } from './bridge-end.ts';
import { makeCodec, makeReader, makeWriter } from './codec.ts';
import { makeIpcRenderer } from './ipc-renderer.ts';
import { mainWorld } from './main-world.ts';
import { preloadWorld, type PreloadConfig } from './preload-world.ts';

const MAKE_END = `(outgoing, incoming, root) => (${makeBridgeEnd.toString()})(outgoing, incoming, root, ${makeMarshalling.toString()})`;
const CODEC = `(${makeCodec.toString()})(${makeWriter.toString()}, ${makeReader.toString()})`;

/** @param toPreload @param toPage names of the bridge's events, unknown to the page */
export function mainWorldSource(toPreload: string, toPage: string): string {
  const names = `${JSON.stringify(toPreload)}, ${JSON.stringify(toPage)}`;
  return `(${mainWorld.toString()})(${names}, ${MAKE_END});`;
}

/** A window without a preload gets the same world with an empty one: `window.close` needs it. */
export function preloadWorldSource(config: PreloadConfig): string {
  const preload = config.preloadPath === '' ? '' : fs.readFileSync(config.preloadPath, 'utf8');
  return `(${preloadWorld.toString()})(${JSON.stringify(config)},
{ codec: ${CODEC}, makeEnd: ${MAKE_END}, makeIpc: ${makeIpcRenderer.toString()} },
function (exports, require, module, process) {${preload}
});`;
}
