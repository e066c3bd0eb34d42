import { describe, expect, it } from 'vitest';
import { parseXml } from './xml.ts';

const FEW = { parts: 10, instructions: 'allowed' } as const;

describe('a document', () => {
  it.each([
    ['elements', '<a/>'],
    ['attributes', '<a b="" c=""/>'],
    ['comments', '<!-- -->'],
    ['runs of text', 'x<!---->'],
    ['CDATA sections', '<![CDATA[x]]>'],
    ['instructions', '<?a b?>'],
  ])('is refused with too many %s, before they are kept', (_name, piece) => {
    expect(parseXml(`<r>${piece}</r>`, FEW)).toMatchObject({ ok: true });
    expect(parseXml(`<r>${piece.repeat(11)}</r>`, FEW)).toEqual({ ok: false, detail: 'it has too many parts' });
  });

  it('counts an attribute as much as an element', () => {
    expect(parseXml(`<r ${Array.from({ length: 10 }, (_, i) => `a${i}=""`).join(' ')}/>`, FEW)).toMatchObject({ ok: false });
  });

  it.each([
    ['true', true],
    ['1', true],
    [' true ', true],
    ['false', false],
    ['0', false],
  ])('is nil by xsi:nil="%s": %s', (value, isNil) => {
    const parsed = parseXml(`<r xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="${value}"/>`);
    expect(parsed.ok && parsed.root.isNil).toBe(isNil);
  });
});
