import catalogue from '../../assets/sample-catalogue.json';
import type { Product } from '../../src/catalogue/index.ts';
import type { CallArgs, CallName, CallResults, KassaBridge, Snapshot } from '../../src/contract/index.ts';
import { money } from '../../src/money/index.ts';
import { BASE } from './sample-base.ts';
import { CLOSE_DOCUMENT, CLOSES, REPORT_DOCUMENT } from './sample-day.ts';
import { PAY_OUTS, refundedOf, refundOf, returnOf } from './sample-disbursement.ts';
import { receiptOf, sampleRows } from './sample-journal.ts';
import { SAMPLES } from './samples.ts';

/** What a picture shows. */
export interface Picture {
  readonly sample: string;
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'sv';
}

export interface FakeBridge {
  readonly bridge: KassaBridge;
  /** Another picture, told to the window as main tells it that the till has changed. */
  readonly show: (picture: Picture) => void;
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

function productsOf(wanted: number | null): readonly Product[] {
  const some = sampleProducts();
  return Array.from({ length: wanted ?? some.length }, (_, index) => {
    const product = some[index % some.length];
    if (product === undefined) throw new Error('the sample catalogue is empty');
    return index < some.length ? product : { ...product, id: `p${index}`, name: `${product.name} ${index}`, category: '' };
  });
}

/** Answers like main, from samples; intents are only written to the console. Not part of the product. @param products how many there are; null: those of the sample catalogue */
export function fakeBridge(first: Picture, products: number | null): FakeBridge {
  let shown = first;
  let { seq } = BASE;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const snapshot = (): Snapshot => {
    const sample = { ...BASE, ...SAMPLES[shown.sample] };
    const { theme, language } = shown;
    return { ...sample, seq, preferences: { ...sample.preferences, theme, language } };
  };
  const isEmpty = (): boolean => shown.sample.endsWith('-empty');
  const hasCloses = (): boolean => snapshot().day.lastNumber > 0;
  const answers: { readonly [Name in CallName]: (...args: CallArgs<Name>) => CallResults[Name] } = {
    snapshot,
    intent: (intent) => {
      console.info('intent', JSON.stringify(intent));
      return { ok: true };
    },
    catalogue: () => ({ revision: 1, products: productsOf(products) }),
    journal: () => (isEmpty() ? [] : sampleRows()),
    receipt: (number) => (shown.sample === 'journal-return' ? returnOf(number) : receiptOf(number)),
    refund: (number) => (shown.sample === 'journal-refunded' ? refundedOf(number) : refundOf(number)),
    refundSum: () => ({ ok: true, amount: money(4_320, 'SEK') }),
    payOuts: () => (isEmpty() ? [] : PAY_OUTS),
    closes: () => (hasCloses() ? CLOSES : []),
    close: () => (hasCloses() ? CLOSE_DOCUMENT : null),
    report: () => REPORT_DOCUMENT,
    printers: () => [{ deviceName: 'EPSON TM-T20', displayName: 'EPSON TM-T20', isDefault: true }],
    printPage: () => null,
  };
  return {
    bridge: {
      call: <Name extends CallName>(name: Name, ...args: CallArgs<Name>) => Promise.resolve(answers[name](...args)),
      onState(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    show(picture) {
      shown = picture;
      seq += 1;
      for (const listener of listeners) listener(snapshot());
    },
  };
}
