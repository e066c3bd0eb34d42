import type { OperationName } from '../../wire/operations.ts';
import type { PaidBend, Switches } from '../../world/switches.ts';
import { byId } from '../shared/by-id.ts';
import { choice, optionsOf } from './fields.ts';
import { make, makeButton, makeCheck, makeOption } from './make.ts';
import { OPERATION_NAMES } from './operations.ts';
import { texts } from './words.ts';

type Set = (changes: Partial<Switches>) => void;

/** The codes that reads can answer with after PAID. */
const CODES_AFTER_PAID = ['54', '55', '58', '20', '29', '33', '37'];
const STATUSES_AFTER_PAID = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED', 'CANCELED', 'FAILED', 'EXPIRED'] as const;

/** What single answers say otherwise than it is. */
export function drawAnswerSwitches(switches: Switches, set: Set): void {
  byId('answer-switches').replaceChildren(
    afterPaid(switches, set),
    choice(texts.endedReads, switches.endedReads, optionsOf(texts.endedWords), (endedReads) => set({ endedReads })),
    choice(texts.refundReference, switches.refundReference, optionsOf(texts.refundReferences), (refundReference) =>
      set({ refundReference }),
    ),
    choice(texts.invoiceCode, switches.invoiceCode, optionsOf(texts.invoiceCodes), (invoiceCode) => set({ invoiceCode })),
    makeCheck(texts.overlongReferences, switches.overlongReferences, (overlongReferences) => set({ overlongReferences })),
  );
  byId('paid-switches').replaceChildren(
    choice(texts.paidReads, switches.paidReads, optionsOf(texts.paidReadWords), (paidReads) => set({ paidReads })),
    ...optionsOf(texts.paidBends).map(([bend, word]) => bendCheck(switches, bend, word, set)),
  );
  byId('refused-switches').replaceChildren(refuse(switches, set), ...refusals(switches, set));
}

function afterPaid(switches: Switches, set: Set): HTMLElement {
  const options = [['', texts.theTruth], ...[...STATUSES_AFTER_PAID, ...CODES_AFTER_PAID].map((said) => [said, said] as const)] as const;
  return choice(texts.afterPaid, String(switches.afterPaid ?? ''), options, (said) => {
    const status = STATUSES_AFTER_PAID.find((each) => each === said);
    set({ afterPaid: status ?? (said === '' ? null : Number(said)) });
  });
}

function bendCheck({ paidBends }: Switches, bend: PaidBend, word: string, set: Set): HTMLElement {
  const others = paidBends.filter((each) => each !== bend);
  return makeCheck(word, paidBends.includes(bend), (on) => set({ paidBends: on ? [...others, bend] : others }));
}

/** One more operation that is refused. */
function refuse({ refused }: Switches, set: Set): HTMLElement {
  const operation = make('select', '', ...OPERATION_NAMES.map((name) => makeOption(name, name))) as HTMLSelectElement;
  operation.value = 'cancelInvoice';
  const code = make('input', '') as HTMLInputElement;
  code.inputMode = 'numeric';
  code.value = '94';
  const button = makeButton(texts.refuse, '', () => set({ refused: { ...refused, [operation.value]: Number(code.value.trim()) } }));
  return make(
    'div',
    'line',
    make('label', '', make('span', '', texts.operation), operation),
    make('label', '', make('span', '', texts.code), code),
    button,
  );
}

function refusals({ refused }: Switches, set: Set): readonly HTMLElement[] {
  return Object.entries(refused).map(([name, code]) => {
    const others = Object.fromEntries(Object.entries(refused).filter(([other]) => other !== name)) as Partial<
      Record<OperationName, number>
    >;
    return make(
      'div',
      'line',
      make('b', '', `${name} · ${code}`),
      makeButton(texts.answerAgain, 'small', () => set({ refused: others })),
    );
  });
}
