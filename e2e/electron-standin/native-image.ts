/** `NativeImage`, as `capturePage` returns it: a PNG and its size. */
import { asElectron } from './as-electron.ts';
import { strict } from './strict.ts';

/** Where a PNG's header keeps its width and height. */
const PNG_WIDTH_AT = 16;
const PNG_HEIGHT_AT = 20;

export function nativeImage(png: Buffer): Electron.NativeImage {
  const size = { width: png.readUInt32BE(PNG_WIDTH_AT), height: png.readUInt32BE(PNG_HEIGHT_AT) };
  const image: Pick<Electron.NativeImage, 'toPNG' | 'getSize' | 'isEmpty' | 'toDataURL'> = {
    toPNG: () => png,
    getSize: () => size,
    isEmpty: () => false,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
  };
  return asElectron(strict('NativeImage', image));
}
