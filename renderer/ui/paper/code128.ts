import { code128 } from 'bwip-js/generic';
import type { DrawingContext } from 'bwip-js/generic';

/** One black bar of a barcode, in modules from the left. */
export interface Bar {
  readonly x: number;
  readonly width: number;
}

export interface Bars {
  /** Modules from the first bar to the last; the quiet zones come on top. */
  readonly width: number;
  readonly bars: readonly Bar[];
}

/** Takes down the bars that bwip-js would draw. Nothing but upright lines occurs in Code 128. */
function barRecorder(): DrawingContext<Bars> {
  const bars: Bar[] = [];
  let width = 0;
  const never = () => {
    throw new Error('Code 128 has nothing but bars');
  };
  return {
    scale: (x, y) => [x, y],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init(total) {
      width = total;
    },
    line(x0, _y0, _x1, _y1, lineWidth) {
      // bwip-js names the middle of a bar, an odd one rounded up.
      bars.push({ x: x0 - Math.ceil(lineWidth / 2), width: lineWidth });
    },
    polygon: never,
    hexagon: never,
    ellipse: never,
    fill: never,
    text: never,
    end: () => ({ width, bars: [...bars].sort((a, b) => a.x - b.x) }),
  };
}

/** The bars of a text in Code 128; null if it holds what Code 128 cannot. */
export function code128Bars(text: string): Bars | null {
  try {
    return code128({ bcid: 'code128', text, scale: 1, height: 10, includetext: false }, barRecorder());
  } catch {
    return null;
  }
}
