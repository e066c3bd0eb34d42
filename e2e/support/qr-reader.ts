import type { Locator } from '@playwright/test';
/** Reads a QR code from the pixels on screen, as a customer's phone does. */
import jsqr from 'jsqr';

/** @returns what the code in `picture` holds; null if no phone could read it */
export async function readQr(picture: Locator): Promise<string | null> {
  const png = (await picture.screenshot()).toString('base64');
  // The page itself unpacks the picture: it has a decoder, and may show what it carries as data.
  const { width, height, pixels } = await picture.page().evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return { width: image.width, height: image.height, pixels: [...data] };
  }, png);
  return jsqr(Uint8ClampedArray.from(pixels), width, height)?.data ?? null;
}
