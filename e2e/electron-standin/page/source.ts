/** Puts the functions of this folder together as the two scripts each document starts with. */
import fs from 'node:fs';
import { makeBridgeEnd } from './bridge-end.ts';
import { makeCodec } from './codec.ts';
import { mainWorld } from './main-world.ts';
import { preloadWorld, type PreloadConfig } from './preload-world.ts';

/** @param toPreload @param toPage names of the bridge's events, unknown to the page */
export function mainWorldSource(toPreload: string, toPage: string): string {
  const names = `${JSON.stringify(toPreload)}, ${JSON.stringify(toPage)}`;
  return `(${mainWorld.toString()})(${names}, ${makeBridgeEnd.toString()});`;
}

/** A window without a preload gets the same world with an empty one: `window.close` needs it. */
export function preloadWorldSource(config: PreloadConfig): string {
  const preload = config.preloadPath === '' ? '' : fs.readFileSync(config.preloadPath, 'utf8');
  return `(${preloadWorld.toString()})(${JSON.stringify(config)}, (${makeCodec.toString()})(), ${makeBridgeEnd.toString()},
function (exports, require, module, process) {${preload}
});`;
}
