import { join } from 'node:path';
import { openProductStore } from '../../journal/index.ts';
import type { ProductStore } from '../../records/index.ts';
import type { Notices } from '../notices.ts';
import type { TillDeps } from '../ports.ts';

/** Opens the products' file. What keeps it from being read is told, and keeps nobody from selling. */
export function openProducts({
  notices,
  ...deps
}: Pick<TillDeps, 'dataDir' | 'openDatabase'> & { readonly notices: Notices }): ProductStore {
  const store = openProductStore({ ...deps, file: join(deps.dataDir, 'products.sqlite'), onDamage: notices.damaged });
  if (store.newer !== null) notices.tell({ code: 'catalogue.newer', params: { ...store.newer } });
  if (store.unreadable !== null) notices.tell({ code: 'catalogue.unreadable', params: { detail: store.unreadable } });
  return store;
}
