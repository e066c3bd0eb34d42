/** The part of Electron's `Display` that matters here. */
export interface DisplayPlace {
  readonly id: number;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** The screen for the customer: the first that is not the cashier's. Null if there is one screen only. */
export function customerScreen<Place extends DisplayPlace>(screens: readonly Place[], cashierScreenId: number): Place | null {
  return screens.find((screen) => screen.id !== cashierScreenId) ?? null;
}

const ROOMY = { width: 1366, height: 860 };

/** The cashier's window as it opens: roomy, but never larger than its screen. */
export function cashierSize(workArea: { readonly width: number; readonly height: number }): {
  readonly width: number;
  readonly height: number;
} {
  return { width: Math.min(ROOMY.width, workArea.width), height: Math.min(ROOMY.height, workArea.height) };
}
