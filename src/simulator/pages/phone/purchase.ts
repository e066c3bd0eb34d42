import type { PhoneStateView } from '../../world/views.ts';
import { byId } from '../shared/by-id.ts';
import { language } from '../shared/language.ts';
import { drawBill } from './bill.ts';
import { send } from './news.ts';
import { customerId } from './owner.ts';
import { enteredPin, setPin } from './pin.ts';
import { showProblem } from './problem.ts';
import { drawResult } from './result.ts';
import { post } from './service.ts';
import type { PageAnswer } from './service.ts';
import { PHONE_TEXTS } from './texts.ts';

/*
 * The purchase that the phone is at. One loop asks what there is to know, once a second; every answer is drawn whole.
 *
 * What the page is doing (`data-stage` of main):
 *   scan -> waiting (for an amount) -> scanned (bill and PIN) -> held | inBank | reserved | paid | reversed | failed | canceled | expired
 */
type Doing =
  | { readonly kind: 'scan' }
  | { readonly kind: 'waiting'; readonly code: string }
  | { readonly kind: 'following'; readonly state: PhoneStateView };

const POLL_MS = 1000;
const VIEWS = ['scan', 'waiting', 'bill', 'result'];
const texts = PHONE_TEXTS[language];
const main = document.querySelector('main') ?? document.body;
const codeField = byId('code') as HTMLInputElement;
let doing: Doing = { kind: 'scan' };
/** Rises with every intent of the customer; an answer to an earlier one is dropped. */
let turn = 0;

/** Whether the bill is shown and the PIN asked for. */
export function asksForPin(): boolean {
  return main.dataset['stage'] === 'scanned';
}

/** Back to the scan. What is still asked about the purchase before no longer matters. */
export function startOver(): void {
  turn += 1;
  draw({ kind: 'scan' });
}

export async function scan(code: string): Promise<void> {
  const mine = ++turn;
  const answer = await post('scan', { code, customerId: customerId() });
  if (mine !== turn) return;
  if (!answer) return showProblem(texts.noContact);
  showProblem('');
  if (answer.status === 200) return follow((answer.body as PhoneStateView).invoiceReference);
  const reason = reasonOf(answer);
  if (reason === 'nothingWaiting') return draw({ kind: 'waiting', code });
  draw({ kind: 'scan' });
  showProblem(reason === 'takenByAnother' ? texts.takenByAnother : reason === 'unknownCode' ? texts.unknownCode : texts.badCode);
  codeField.focus();
}

/** What the customer decides about the invoice that is shown. */
export async function act(path: 'pay' | 'decline' | 'cancel'): Promise<void> {
  if (doing.kind !== 'following') return;
  const { invoiceReference } = doing.state;
  const mine = ++turn;
  const pin = enteredPin();
  setPin('');
  const answer = await post(path, path === 'pay' ? { invoiceReference, pin } : { invoiceReference });
  if (mine !== turn) return;
  if (!answer) showProblem(texts.noContact);
  await follow(invoiceReference);
}

export async function pollForEver(): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    if (doing.kind === 'waiting') await scan(doing.code);
    else if (doing.kind === 'following') await follow(doing.state.invoiceReference);
  }
}

async function follow(invoiceReference: string): Promise<void> {
  const mine = turn;
  const answer = await post('state', { invoiceReference });
  if (mine !== turn) return;
  showProblem(answer ? '' : texts.noContact);
  if (answer?.status === 200) draw({ kind: 'following', state: answer.body as PhoneStateView });
  else if (answer) draw({ kind: 'scan' });
}

function reasonOf({ body }: PageAnswer): string {
  return typeof body === 'object' && body !== null && 'reason' in body ? String(body.reason) : '';
}

function draw(next: Doing): void {
  doing = next;
  const stage = doing.kind === 'following' ? doing.state.stage : doing.kind;
  const view = doing.kind !== 'following' ? doing.kind : stage === 'scanned' ? 'bill' : 'result';
  main.dataset['stage'] = stage;
  for (const id of VIEWS) byId(id).hidden = id !== view;
  if (view === 'scan' || stage !== 'scanned') setPin('');
  if (doing.kind !== 'following') return send('invoice', null);
  if (view === 'bill') drawBill(doing.state);
  else drawResult(doing.state);
  send('invoice', doing.state);
}
