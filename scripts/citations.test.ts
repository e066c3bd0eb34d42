import { expect, it } from 'vitest';
import { danglingCitations } from './citations.ts';

const PAGES: Readonly<Record<string, string>> = {
  'docs/payment-rules.md': '## PF-08 Money stands\n## Invariant 5: always asking\n',
  'docs/protocol.md': '## §3 Payment flow\n### §3.6 The reversal\n',
  'docs/security.md': '### §17 Calls\n### Promise 4: damage\n',
  'docs/till-features.md': '| A4 · P | scanner |\n## Numbers\n',
  'docs/screens.md': '## Keys\n## Empty, busy, wrong\n',
};
const dangling = (text: string): readonly string[] => danglingCitations(new Map([['a.ts', text]]), (name) => PAGES[name]);

it('finds every rule that is written down', () => {
  const good =
    '// PF-08, invariant 5, protocol §3.6, Protocol, §3; security §17; security, promise 4; till-features A4; till-features, Numbers; screens, Keys';
  expect(dangling(good)).toEqual([]);
});

it('names what is written nowhere, with its place', () => {
  const bad = [
    'PF-99',
    'invariant 12',
    'protocol §3.7',
    'security §21',
    'security, promise 9',
    'till-features A5',
    'till-features, Cash',
    'screens, Busy',
  ];
  for (const citation of bad)
    expect(dangling(`one\n// two (${citation})`)).toEqual([
      expect.stringMatching(new RegExp(`^a\\.ts:2: .*${citation.slice(-2)}.* is not in docs/`)),
    ]);
});

it('takes a page that is not there for an empty one', () => {
  expect(danglingCitations(new Map([['a.ts', 'PF-08']]), () => undefined)).toHaveLength(1);
});
