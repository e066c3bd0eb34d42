import { useEffect } from 'react';
import { create } from 'zustand';
import { buildCatalogueIndex } from '../../src/catalogue/index.ts';
import type { CatalogueIndex, Product } from '../../src/catalogue/index.ts';
import { bridge } from './bridge.ts';
import { useSnapshot } from './snapshot-store.ts';

interface CatalogueState {
  /** Null: not here yet. */
  readonly revision: number | null;
  /** Retired ones too. */
  readonly products: readonly Product[];
  /** What is on offer, in the catalogue's order. */
  readonly offered: readonly Product[];
  readonly categories: readonly string[];
  readonly index: CatalogueIndex;
}

export const useCatalogue = create<CatalogueState>(() => ({
  revision: null,
  products: [],
  offered: [],
  categories: [],
  index: buildCatalogueIndex([]),
}));

async function fetchCatalogue(): Promise<void> {
  const { revision, products } = await bridge().call('catalogue');
  const here = useCatalogue.getState().revision;
  if (here !== null && revision <= here) return;
  const offered = products.filter((product) => !product.retired);
  const categories = [...new Set(offered.map((product) => product.category))].filter((category) => category !== '');
  useCatalogue.setState({ revision, products, offered, categories, index: buildCatalogueIndex(products) });
}

let first: Promise<void> | null = null;

/** Asks for the catalogue without waiting for the first snapshot, so that one drawing shows both. Called as the page starts. */
export function startCatalogue(): void {
  first ??= fetchCatalogue();
}

async function bringRevision(revision: number): Promise<void> {
  await first;
  if ((useCatalogue.getState().revision ?? -1) < revision) await fetchCatalogue();
}

/** Keeps the catalogue as new as the snapshot says it is. Once, at the root of the window. */
export function useCatalogueFeed(): void {
  const revision = useSnapshot((snapshot) => snapshot.catalogueRevision);
  useEffect(() => {
    void bringRevision(revision);
  }, [revision]);
}
