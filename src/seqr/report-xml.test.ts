import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, scaledToDecimal } from '../money/index.ts';
import { readReportXml } from './report-xml.ts';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const read = (xml: string) => readReportXml({ title: 'STD_RECON_003_999.xml', mimeType: 'text/html', content: base64(xml) }, 'SEK');
const meta =
  '<Meta><ResellerId>shop</ResellerId><TerminalId>t1</TerminalId><TransactionPeriodId>2015120412</TransactionPeriodId><GeneratedAt>2015-12-04 12:00</GeneratedAt></Meta>';
const detail = (amount: string, more = ''): string =>
  `<Row><TerminalId>t1</TerminalId><CashierId>NULL</CashierId><SalesAmount>${amount}</SalesAmount><ErsReference>r1</ErsReference>${more}</Row>`;

describe('a report', () => {
  test('with a row for every transaction: exact amounts, NULL is nobody, and the title is not believed', () => {
    expect(read(`<TransactionDetails>${meta}${detail('149.00000')}${detail('-10.50000')}</TransactionDetails>`)).toEqual({
      ok: true,
      report: {
        root: 'TransactionDetails',
        meta: { resellerId: 'shop', terminalId: 't1', transactionPeriodId: '2015120412', generatedAt: '2015-12-04 12:00' },
        shape: 'details',
        rows: [
          { terminalId: 't1', cashierId: null, amount: money(14_900, 'SEK'), ersReference: 'r1' },
          { terminalId: 't1', cashierId: null, amount: money(-1_050, 'SEK'), ersReference: 'r1' },
        ],
      },
    });
  });

  test.each(['ResellerTransactionSummary', 'TerminalTransactionSummary', 'CashierTransactionSummary', 'TransactionDetails'])(
    'of either shape under %s: what is in it decides',
    (root) => {
      const counts = '<Rows><Row><SalesTotal>300.00000</SalesTotal><SalesCount>3</SalesCount></Row></Rows>';
      expect(read(`<${root}>${meta}${counts}</${root}>`)).toMatchObject({
        ok: true,
        report: { shape: 'summary', rows: [{ terminalId: 't1', count: 3, total: { minor: 30_000 } }] },
      });
      expect(read(`<${root}>${meta}${detail('1')}</${root}>`)).toMatchObject({
        ok: true,
        report: { shape: 'details', rows: [{ amount: { minor: 100 } }] },
      });
    },
  );

  test('without a row is an empty one, of the shape its root says', () => {
    expect(read(`<TransactionDetails>${meta}</TransactionDetails>`)).toMatchObject({ ok: true, report: { shape: 'details', rows: [] } });
    expect(read(`<TerminalTransactionSummary>${meta}</TerminalTransactionSummary>`)).toMatchObject({
      ok: true,
      report: { shape: 'summary', rows: [] },
    });
  });

  test('in Base64 with or without padding, broken into lines, behind a byte order mark and an XML declaration', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><TransactionDetails>${meta}${detail('1.00000')}</TransactionDetails>`;
    const plain = base64(`\u{feff}${xml}  `);
    const forms = [plain, plain.replaceAll('=', ''), ` ${plain.replaceAll(/(.{76})/g, '$1\r\n')}\n`];
    for (const content of forms)
      expect(readReportXml({ title: null, mimeType: null, content }, 'SEK')).toMatchObject({
        ok: true,
        report: { rows: [{ amount: { minor: 100 } }] },
      });
  });

  test.each([
    ['an amount finer than minor units', detail('1.00100'), 'bad-row'],
    ['no amount', detail('NULL'), 'bad-row'],
    ['an amount in words', detail('1e3'), 'bad-row'],
    ['two references in a row', detail('1', '<ErsReference>r2</ErsReference>'), 'bad-row'],
    ['rows of two kinds', `${detail('1')}<Row><SalesCount>1</SalesCount><SalesTotal>1</SalesTotal></Row>`, 'bad-row'],
    ['a count that is none', '<Row><SalesCount>-1</SalesCount><SalesTotal>1</SalesTotal></Row>', 'bad-row'],
    ['tags that disagree', '<Row></Line>', 'not-xml'],
    ['two Meta', meta, 'not-a-report'],
  ])('with %s is not read at all', (_, inside, problem) => {
    expect(read(`<TransactionDetails>${meta}${inside}</TransactionDetails>`)).toMatchObject({ ok: false, problem });
  });

  test.each([
    ['a page', '<html><body>Log in</body></html>', 'not-a-report'],
    ['a document type', '<!DOCTYPE x [<!ENTITY e "1">]><TransactionDetails/>', 'not-xml'],
    ['nothing', '', 'not-xml'],
  ])('%s is none', (_, xml, problem) => {
    expect(read(xml)).toMatchObject({ ok: false, problem });
  });

  test('content that is not Base64 is none', () => {
    for (const content of ['<xml/>', 'A', 'AAAA=AAA'])
      expect(readReportXml({ title: null, mimeType: null, content }, 'SEK')).toMatchObject({ ok: false, problem: 'not-base64' });
  });

  test('any amounts come back exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), { maxLength: 20 }), (minors) => {
        const result = read(
          `<TransactionDetails>${meta}${minors.map((minor) => detail(`${scaledToDecimal(minor, 2)}000`)).join('')}</TransactionDetails>`,
        );
        expect(result.ok && result.report.shape === 'details' && result.report.rows.map((row) => row.amount.minor)).toEqual(
          minors.map((minor) => minor + 0),
        );
      }),
    );
  });

  test('mutated anyhow never throws, and never gives an amount that is not safe', () => {
    const good = `<TransactionDetails>${meta}${detail('149.00000')}${detail('-10.50000')}</TransactionDetails>`;
    fc.assert(
      fc.property(
        fc.nat(good.length),
        fc.nat(40),
        fc.oneof(fc.string(), fc.constantFrom('<', '>', '&', '\u0000', '9'.repeat(30), '<Row>', ']]>')),
        (at, cut, put) => {
          const result = read(good.slice(0, at) + put + good.slice(at + cut));
          if (result.ok && result.report.shape === 'details')
            for (const { amount } of result.report.rows) expect(Number.isSafeInteger(amount.minor)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
