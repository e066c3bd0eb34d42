/** Shops for the tests of one worker: made when the first one needs another, and used again when it has been given back. */
import { makeReadyShop } from './ready-shop.ts';
import type { ReadyShop } from './ready-shop.ts';

export interface ShopPool {
  /** A shop that nobody else has. */
  readonly take: () => Promise<ReadyShop>;
  readonly giveBack: (shop: ReadyShop) => void;
  readonly remove: () => void;
}

export function createShopPool(): ShopPool {
  const all: ReadyShop[] = [];
  const free: ReadyShop[] = [];
  return {
    async take() {
      const shop = free.pop();
      if (shop !== undefined) return shop;
      const made = await makeReadyShop();
      all.push(made);
      return made;
    },
    giveBack: (shop) => void free.push(shop),
    remove: () => all.forEach((shop) => shop.remove()),
  };
}
