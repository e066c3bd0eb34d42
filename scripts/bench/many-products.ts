import fs from 'node:fs';
import path from 'node:path';
import { eanCheckDigit } from '../../src/catalogue/ean.ts';
import type { Product } from '../../src/catalogue/index.ts';
import { openProductStore } from '../../src/journal/index.ts';

const NOUNS = [
  'Mjölk',
  'Bröd',
  'Kaffe',
  'Te',
  'Ost',
  'Smör',
  'Yoghurt',
  'Juice',
  'Choklad',
  'Skinka',
  'Lax',
  'Ris',
  'Pasta',
  'Olja',
  'Salt',
];
const KINDS = ['ekologisk', 'mellan', 'lätt', 'mörkrost', 'bryggmalen', 'rökt', 'osaltad', 'grov', 'vit', 'naturell', 'fullkorn'];
const MAKERS = ['Ankan', 'Björken', 'Cederholm', 'Dalgården', 'Eklunda', 'Fjällsta', 'Granvik'];

function eanOf(index: number): string {
  const digits = `20${String(index).padStart(10, '0')}`;
  return `${digits}${eanCheckDigit(digits)}`;
}

function pick(words: readonly string[], index: number): string {
  return words[index % words.length] ?? '';
}

function product(index: number): Product {
  return {
    id: `bench-${index}`,
    name: `${pick(NOUNS, index)} ${pick(KINDS, Math.floor(index / 3))} ${pick(MAKERS, Math.floor(index / 7))} ${index}`,
    price: { minor: 500 + ((index * 37) % 20_000), currency: 'SEK' },
    vatRate: 1_200,
    unit: 'EA',
    category: pick(NOUNS, index),
    ean: eanOf(index),
    sku: `B-${index}`,
    retired: false,
  };
}

/** Puts this many products into the catalogue of a till that does not run, in place of those it had. */
export function fillCatalogue(userDataDir: string, count: number): void {
  const file = path.join(userDataDir, 'journals', 'products.sqlite');
  for (const suffix of ['', '-wal', '-shm']) fs.rmSync(`${file}${suffix}`, { force: true });
  const store = openProductStore({ file });
  store.put(Array.from({ length: count }, (_, index) => product(index)));
  store.close();
}
