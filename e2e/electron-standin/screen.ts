/** `screen`: one display, as large as the X screen. */
import { StrictEmitter, strict } from './strict.ts';
import { askX11, type ScreenSize } from './x11-screen.ts';

/** Where the display's size cannot be asked for (Wayland without X): the usual size of a till's screen. */
const UNKNOWN_SIZE: ScreenSize = { width: 1366, height: 768 };

let size = UNKNOWN_SIZE;
let isKnown = false;

export async function measureScreen(): Promise<void> {
  size = (await askX11()) ?? UNKNOWN_SIZE;
  isKnown = true;
}

export function screenSize(): ScreenSize {
  return size;
}

class Screen extends StrictEmitter implements Pick<Electron.Screen, 'getPrimaryDisplay' | 'getAllDisplays'> {
  readonly apiName = 'screen';
  /** Displays do not come and go here: accepted; a test emits them. */
  protected readonly knownEvents = ['display-added', 'display-removed', 'display-metrics-changed'];

  getPrimaryDisplay(): Electron.Display {
    if (!isKnown) throw new Error("The 'screen' module can't be used before the app 'ready' event");
    const bounds = { x: 0, y: 0, ...size };
    const known = { id: 1, label: 'X', bounds, workArea: bounds, size, workAreaSize: size, scaleFactor: 1, rotation: 0 };
    return strict('Display', known) as unknown as Electron.Display;
  }
  getAllDisplays(): Electron.Display[] {
    return [this.getPrimaryDisplay()];
  }
  getDisplayMatching(): Electron.Display {
    return this.getPrimaryDisplay();
  }
  getDisplayNearestPoint(): Electron.Display {
    return this.getPrimaryDisplay();
  }
}

export const screen = new Screen();
