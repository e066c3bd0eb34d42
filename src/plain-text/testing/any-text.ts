import fc from 'fast-check';

/** Where the half characters lie that no text may hold alone. */
const HALVES = { first: 0xd8_00, count: 0x8_00 };

const character = fc
  .integer({ min: 0, max: 0x10_ff_ff - HALVES.count })
  .map((at) => String.fromCodePoint(at < HALVES.first ? at : at + HALVES.count));

/**
 * A text of any characters, at most so many. The library's own `binary` texts are the same, but take more than a second to
 * set up in each run of tests.
 */
export function anyText(maxLength?: number): fc.Arbitrary<string> {
  return fc.string({ unit: character, ...(maxLength === undefined ? {} : { maxLength }) });
}
