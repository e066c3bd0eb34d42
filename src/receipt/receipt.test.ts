import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { timeOnPaper } from '../clock/iso-time.ts';
import { anyText } from '../plain-text/testing/any-text.ts';
import { saleFigures } from '../sale/figures.ts';
import { anySale } from '../sale/testing/arbitraries.ts';
import { buildReceipt } from './build-receipt.ts';
import { receiptHtml, toBase64Utf8 } from './html.ts';
import { receiptLines } from './lines.ts';
import { exampleReceipt, exampleSale } from './testing/example.ts';
import { receiptText } from './text.ts';

const original = { copy: false } as const;
const text42 = (...args: Parameters<typeof exampleReceipt>) => receiptText(exampleReceipt(...args), { columns: 42, copy: false });

describe('the receipt on paper (till-features, Receipt)', () => {
  it('has every field, in English', () => {
    expect(text42()).toBe(`                Café & Co
           Org. no. 556000-0000
               Storgatan 1
             111 22 Stockholm

Receipt 1042           2026-11-23 18:36:07
Register                            Till 1
Cashier                              7 Åsa
------------------------------------------
2 Brewed coffee                      70.00
  35.00 each
0.45 kg Apples, Ingrid Marie         15.71
  34.90/kg
1 Mug                               149.00
  Discount                          -14.90
------------------------------------------
Subtotal                            219.81
Discount on the sale                -10.00
Total                           209.81 SEK
VAT 25 % (net 102.40)                25.60
VAT 12 % (net 59.66)                  7.16
VAT 6 % (net 14.14)                   0.85
VAT in all                           33.61
------------------------------------------
SEQR payment                    209.81 SEK
SEQR reference   2015102910184861801032678
Invoice reference        20151029186719114
Payment id                          K7QX2M

               [0000001042]
      Not a certified cash register
`);
  });

  it('speaks Swedish with Swedish figures', () => {
    const text = text42({ language: 'sv' });
    for (const words of [
      'Org.nr 556000-0000',
      'Kvitto 1042',
      '0,45 kg Apples',
      '35,00/st',
      'Moms 25 % (netto 102,40)',
      'SEQR-betalning',
      'Inte ett certifierat kassaregister',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/Totalt {2,}209,81 SEK/);
  });

  it('keeps every line within the paper, at all three widths, whatever is on it', () => {
    fc.assert(
      fc.property(anySale, fc.constantFrom(32, 42, 48), fc.string({ minLength: 1, maxLength: 80 }), (sale, columns, name) => {
        const business = { name, organisationNumber: '556000-0000', address: [name] };
        const text = receiptText(exampleReceipt({ sale, business, register: name }), { columns, copy: true });
        for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
        for (const row of sale.rows) expect(text.replace(/\s/g, '')).toContain(row.name.replace(/\s/g, ''));
        expect(text).toContain('2015102910184861801032678');
      }),
    );
  });
});

describe('the marks', () => {
  const marks = (practice: boolean, copy: boolean, language: 'en' | 'sv') =>
    receiptLines(exampleReceipt({ practice, language }), { copy }).flatMap((line) => (line.kind === 'mark' ? [line.text] : []));

  it('say practice at both ends and KOPIA on a copy, and nothing on an original (PF-23, PF-28)', () => {
    expect(marks(false, false, 'en')).toEqual([]);
    expect(marks(true, false, 'sv')).toEqual(['ÖVNING', 'ÖVNING']);
    expect(marks(true, false, 'en')).toEqual(['PRACTICE', 'PRACTICE']);
    expect([marks(false, true, 'en'), marks(false, true, 'sv')]).toEqual([['KOPIA'], ['KOPIA']]);
    expect(marks(true, true, 'sv')).toEqual(['ÖVNING', 'KOPIA', 'ÖVNING']);
  });

  it('are at least twice the size of the amounts', () => {
    const html = receiptHtml(exampleReceipt(), { copy: true });
    const size = (name: string) => Number(new RegExp(`\\.${name}\\{font-size:([\\d.]+)em`).exec(html)?.[1]);
    expect(size('mark')).toBeGreaterThanOrEqual(2 * size('total'));
    expect(html).toContain('<p class="mark">KOPIA</p>');
  });
});

describe('what a payment leaves on the receipt', () => {
  it('says that the reference is missing rather than leaving a gap (PF-08)', () => {
    const { total } = saleFigures(exampleSale);
    const tender = { kind: 'seqr', amount: total, ersReference: null, invoiceReference: '1397222701693' } as const;
    expect(text42({ tenders: [tender] })).toMatch(/SEQR reference +Paid, reference missing/);
  });

  it('names the member by the end of the card only, and says whose the discount is (protocol §5)', () => {
    const { discount, ...sale } = exampleSale;
    const member = { tokenId: 'CLUB', name: 'Kassa Club', card: '97521234', discountHundredths: 1_000 };
    const byMember = text42({ sale: { ...sale, member } });
    expect(byMember).toMatch(/Member +Kassa Club ··1234/);
    expect(byMember).toMatch(/Member’s discount +[-−]\d/);
    expect(byMember).not.toContain('9752');
    const byCashier = text42({ sale: { ...sale, discount: { kind: 'percent', hundredths: 2_000 }, member } });
    expect(byCashier).toContain('Discount on the sale');
    expect(discount).toBeDefined();
    expect(text42()).not.toContain('Member');
  });

  it('sends no control character to a printer', () => {
    expect(text42({ register: 'Till\u001b@ 1', cashier: { number: '7', name: '\u0000' } })).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('mentions the restart and the note, when there are any (PF-15)', () => {
    expect(text42()).not.toContain('restart');
    expect(text42({ completedAfterRestart: true })).toContain('Completed after a restart of the till');
    expect(text42({ sale: { ...exampleSale, note: 'Table 4' } })).toContain('Table 4');
  });

  it('never prints the figures of another sale', () => {
    const { rows, ...rest } = exampleReceipt();
    const other = saleFigures({ ...exampleSale, rows: [] });
    expect(rows).toHaveLength(3);
    expect(() => buildReceipt({ ...rest, sale: exampleSale, figures: other })).toThrow(RangeError);
  });

  it('shows the clock of the place of sale, not of this machine', () => {
    expect(timeOnPaper('2026-11-23T18:36:07.123+01:00')).toBe('2026-11-23 18:36:07');
    expect(timeOnPaper('2026-06-30T23:59:59-11:00')).toBe('2026-06-30 23:59:59');
    expect(timeOnPaper('soon')).toBe('soon');
  });
});

describe('the receipt for SEQR (protocol §8)', () => {
  /** All the text of a well-formed document, one piece per element; throws on any other. */
  const textsOf = (xml: string): readonly string[] => {
    const texts: string[] = [];
    const parser = new SaxesParser();
    parser.on('text', (text) => texts.push(text));
    parser.write(xml).close();
    return texts;
  };

  it('is well-formed and gives back every word, whatever the words are', () => {
    fc.assert(
      fc.property(anyText(30), (word) => {
        const html = receiptHtml(
          exampleReceipt({ register: word, business: { name: word, organisationNumber: word, address: [] } }),
          original,
        );
        const words = word.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, ' ');
        if (words !== '') expect(textsOf(html).filter((text) => text === words).length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('escapes what is written in it', () => {
    const html = receiptHtml(exampleReceipt({ register: `<script>"1" & '2'</script>` }), original);
    expect(html).toContain('&lt;script&gt;&quot;1&quot; &amp; &#39;2&#39;&lt;/script&gt;');
    expect(html).not.toContain('<script');
    expect(textsOf(html)).toContain('Receipt 1042');
  });

  it('travels as padded Base64 of UTF-8', () => {
    expect(toBase64Utf8('Å')).toBe('w4U=');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const base64 = toBase64Utf8(text);
        expect(base64.length % 4).toBe(0);
        expect(Buffer.from(base64, 'base64').toString('utf8')).toBe(text);
      }),
    );
  });
});
