import { compose } from './compose.ts';
import type { Composition } from './compose.ts';
import type { Log } from './log/log.ts';
import { createKeepAwake } from './power.ts';
import { createQuitting } from './quitting.ts';
import type { Quitting } from './quitting.ts';
import type { DataFolder } from './storage/data-folder.ts';
import { createWindowRegistry } from './windows/registry.ts';
import type { WindowRegistry } from './windows/registry.ts';
import { createShopWindows } from './windows/shop-windows.ts';
import type { ShopWindows } from './windows/shop-windows.ts';

/** The parts of the running application: the till with what it is made of, its windows, and what ends it. */
export interface House extends Composition {
  readonly windows: WindowRegistry;
  readonly shop: ShopWindows;
  readonly quitting: Quitting;
}

/** Makes the parts; starts none. Only the one running Kassa may do so: it opens files. */
export function furnish(folder: DataFolder, log: Log): House {
  const windows = createWindowRegistry();
  const shop = createShopWindows({ windows, log }, (window) => quitting.guard(window));
  const shell = {
    keepAwake: createKeepAwake(),
    openCustomerDisplay: (open: boolean) => shop.customerDisplay(open),
    // The page reaches the simulator through app://phone, so its address is not needed here.
    openPhone: ({ code }: { readonly code: string }) => shop.phone(code),
  };
  const parts = compose(folder, { windows, log }, shell, log);
  const stopRest = (): Promise<void> => parts.simulator.stop();
  const quitting = createQuitting({ till: parts.till, windows, shop, stopRest, log });
  return { ...parts, windows, shop, quitting };
}
