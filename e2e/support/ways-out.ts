/** Every way out that the core offers for what is not settled has its button, and no button stands for one that it does not (PF-30). */
import { expect } from '@playwright/test';
import { CLOSE_DOCUMENT } from '../../renderer/dev/sample-day.ts';
import { SAMPLES } from '../../renderer/dev/samples.ts';
import type { ClosedAs, UnresolvedItem } from '../../src/contract/index.ts';
import type { Gallery } from './gallery.ts';

/** What an item tells, beside what it offers. */
type Told = 'id' | 'attemptId' | 'stateNumber' | 'correlationId' | 'amount' | 'since' | 'state' | 'said' | 'doing' | 'waitsFor';
/** A member by which the core offers something: one without its words does not compile. */
type Offer = Exclude<keyof UnresolvedItem, Told | 'receiptNumber' | 'paidBy'>;

const WAYS: { readonly [Member in Offer]: (item: UnresolvedItem) => readonly string[] } = {
  dismissable: ({ dismissable }) => (dismissable ? ['Read'] : []),
  kind: ({ kind }) => (kind === 'disbursement' ? ['SEQR has answered'] : kind === 'giveBack' ? ['Give it back'] : []),
  sendAgain: ({ sendAgain }) => (sendAgain === true ? ['Send it again'] : []),
  rest: ({ rest }) => (rest === undefined ? [] : ['Take it as part payment']),
  refundRefused: ({ refundRefused }) => (refundRefused === true ? ['SEQR refuses the refund'] : []),
  free: ({ free }) => (free === true ? ['Free its sale'] : []),
  closeAs: ({ closeAs }) => (closeAs.length > 0 ? ['Close it as supervisor'] : []),
};
const OUTCOMES: Readonly<Record<ClosedAs, string>> = {
  notPaid: 'No money was kept',
  paid: 'It is paid',
  givenBack: 'The customer has it otherwise',
};
const waysOf = (item: UnresolvedItem): string[] => Object.values(WAYS).flatMap((words) => words(item));

const samples = Object.entries(SAMPLES).filter(([name]) => name.startsWith('unresolved'));

/** Of each item of the list, in every sample that has one. */
export async function expectWaysOfItems(gallery: Gallery): Promise<void> {
  const seen = new Set<string>();
  for (const [name, { unresolved = [] }] of samples) {
    if (unresolved.length === 0) continue;
    await gallery.show(name);
    await gallery.unresolved.click();
    await expect(gallery.unresolvedItems).toHaveCount(unresolved.length);
    for (const [index, item] of unresolved.entries()) {
      const shown = gallery.unresolvedItems.nth(index);
      const words = await shown.getByRole('button').allTextContents();
      expect(words.toSorted(), `${name}, ${item.state}`).toEqual(waysOf(item).toSorted());
      for (const word of words) seen.add(word);
      if (item.closeAs.length === 0) continue;
      await shown.getByRole('button', { name: 'Close it as supervisor' }).click();
      const outcomes = await shown
        .getByRole('group', { name: 'Close it as supervisor' })
        .locator('label:has(input[type=radio])')
        .allTextContents();
      expect(outcomes, `${name}, ${item.state}`).toEqual(item.closeAs.map((outcome) => OUTCOMES[outcome]));
      for (const word of outcomes) seen.add(word);
      await shown.getByRole('button', { name: 'Not now' }).click();
      await expect(shown.getByRole('button')).toHaveCount(words.length);
    }
  }
  // The samples have every one of them.
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...Object.values(OUTCOMES),
      'Read',
      'SEQR has answered',
      'Give it back',
      'Send it again',
      'Take it as part payment',
      'SEQR refuses the refund',
      'Free its sale',
      'Close it as supervisor',
    ]),
  );
}

/** Of the lines of the latest close. */
export async function expectWaysOfLines(gallery: Gallery): Promise<void> {
  await gallery.show('day-closed');
  await gallery.day.earlier(2).click();
  expect(CLOSE_DOCUMENT.lines.map(({ kind, notPaid }) => [kind, notPaid !== null])).toEqual([
    ['seqrOnly', false],
    ['tillOnly', true],
  ]);
  await expect(gallery.day.unsettled.getByRole('button')).toHaveText([
    'Give a payment back',
    'Close a receipt as not paid',
    'Close these lines',
  ]);
}
