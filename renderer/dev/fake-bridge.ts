import { money } from '../../src/contract/index.ts';
import type { CallArgs, CallName, CallResults, KassaBridge, Product, Snapshot } from '../../src/contract/index.ts';
import catalogue from '../../assets/sample-catalogue.json';
import { receiptOf, sampleRows } from './sample-journal.ts';
import { BASE, SAMPLES } from './samples.ts';

/** `?sample=waiting&theme=dark&language=sv&products=100000`: what the picture shows. */
function snapshotOf(query: URLSearchParams): Snapshot {
  const sample = { ...BASE, ...SAMPLES[query.get('sample') ?? 'sale'] };
  const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
  const language = query.get('language') === 'sv' ? 'sv' : 'en';
  return { ...sample, preferences: { ...sample.preferences, theme, language } };
}

function sampleProducts(): readonly Product[] {
  return catalogue.products.map((each) => ({
    id: each.id,
    name: each.name,
    price: money(Math.round(Number(each.price) * 100), 'SEK'),
    vatRate: Number(each.vatPercent) * 100,
    unit: each.unit === 'KGM' ? 'KGM' : 'EA',
    category: each.category,
    retired: false,
  }));
}

function productsOf(query: URLSearchParams): readonly Product[] {
  const some = sampleProducts();
  const count = Number(query.get('products') ?? some.length);
  return Array.from({ length: count }, (_, index) => {
    const product = some[index % some.length];
    if (product === undefined) throw new Error('the sample catalogue is empty');
    return index < some.length ? product : { ...product, id: `p${index}`, name: `${product.name} ${index}`, category: '' };
  });
}

/** Answers like main, from samples; intents are only written to the console. Not part of the product. */
export function fakeBridge(query: URLSearchParams): KassaBridge {
  const snapshot = snapshotOf(query);
  const answers: { readonly [Name in CallName]: (...args: CallArgs<Name>) => CallResults[Name] } = {
    snapshot: () => snapshot,
    intent: (intent) => {
      console.info('intent', JSON.stringify(intent));
      return { ok: true };
    },
    catalogue: () => ({ revision: 1, products: productsOf(query) }),
    journal: () => (query.get('sample')?.endsWith('-empty') === true ? [] : sampleRows()),
    receipt: (number) => receiptOf(number),
    refund: () => null,
    refundSum: () => ({ ok: false, problem: { code: 'refund.no-sale' } }),
    payOuts: () => [],
    closes: () => [],
    close: () => null,
    report: () => null,
    printers: () => [{ deviceName: 'EPSON TM-T20', displayName: 'EPSON TM-T20', isDefault: true }],
    printPage: () => null,
  };
  return {
    call: <Name extends CallName>(name: Name, ...args: CallArgs<Name>) => Promise.resolve(answers[name](...args)),
    onState: () => () => undefined,
  };
}
