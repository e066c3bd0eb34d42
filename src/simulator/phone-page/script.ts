import type { PhoneStateView } from '../world/views.ts';
import type { PageAnswer, PageTools } from './page-tools.ts';
import type { PhoneTexts } from './texts.ts';

/**
 * The program of the phone page. It runs in a browser: its source text is sent, so it uses nothing from outside itself but
 * its arguments. One loop asks what there is to know, once a second; every answer is drawn whole.
 *
 * What the page is doing (`data-stage` of main):
 *   scan -> waiting (for an amount) -> scanned (bill and PIN) -> held | inBank | reserved | paid | reversed | failed | canceled | expired
 */
export function phoneScript(
  { language, byId, post, decimals, money, customerId, send, listen }: PageTools,
  allTexts: { readonly en: PhoneTexts; readonly sv: PhoneTexts },
): void {
  type Doing =
    | { readonly kind: 'scan' }
    | { readonly kind: 'waiting'; readonly code: string }
    | { readonly kind: 'following'; readonly state: PhoneStateView };

  const POLL_MS = 1000;
  const PIN_LENGTH = 4;
  /** UN/ECE Recommendation 20 codes as a customer knows them; another one is shown as it came. */
  const units: Readonly<Record<string, string>> = { KGM: 'kg', LTR: 'l', MTR: 'm' };
  const query = new URLSearchParams(location.search);
  const texts = allTexts[language];
  let doing: Doing = { kind: 'scan' };
  let pin = '';
  /** Rises with every intent of the customer; an answer to an earlier one is dropped. */
  let turn = 0;

  const main = document.querySelector('main') ?? document.body;
  const codeField = byId('code') as HTMLInputElement;
  const payButton = byId('pay') as HTMLButtonElement;
  const problems = [byId('code-error'), byId('bill-problem'), byId('result-problem')];

  // --- talking to the service ---

  function reasonOf({ body }: PageAnswer): string {
    return typeof body === 'object' && body !== null && 'reason' in body ? String(body.reason) : '';
  }

  async function scan(code: string): Promise<void> {
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

  async function follow(invoiceReference: string): Promise<void> {
    const mine = turn;
    const answer = await post('state', { invoiceReference });
    if (mine !== turn) return;
    showProblem(answer ? '' : texts.noContact);
    if (answer?.status === 200) draw({ kind: 'following', state: answer.body as PhoneStateView });
    else if (answer) draw({ kind: 'scan' });
  }

  async function act(path: 'pay' | 'decline' | 'cancel'): Promise<void> {
    if (doing.kind !== 'following') return;
    const { invoiceReference } = doing.state;
    const mine = ++turn;
    const usedPin = pin;
    setPin('');
    const answer = await post(path, path === 'pay' ? { invoiceReference, pin: usedPin } : { invoiceReference });
    if (mine !== turn) return;
    if (!answer) showProblem(texts.noContact);
    await follow(invoiceReference);
  }

  async function poll(): Promise<void> {
    if (doing.kind === 'waiting') await scan(doing.code);
    else if (doing.kind === 'following') await follow(doing.state.invoiceReference);
  }

  async function pollForEver(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      await poll();
    }
  }

  // --- drawing ---

  function draw(next: Doing): void {
    doing = next;
    const stage = doing.kind === 'following' ? doing.state.stage : doing.kind;
    const view = doing.kind !== 'following' ? doing.kind : stage === 'scanned' ? 'bill' : 'result';
    main.dataset['stage'] = stage;
    for (const id of ['scan', 'waiting', 'bill', 'result']) byId(id).hidden = id !== view;
    if (view === 'scan' || stage !== 'scanned') setPin('');
    if (doing.kind !== 'following') return send('invoice', null);
    if (view === 'bill') drawBill(doing.state);
    else drawResult(doing.state);
    send('invoice', doing.state);
  }

  function drawBill(state: PhoneStateView): void {
    byId('shop').textContent = state.receiverName;
    byId('title').textContent = state.title === state.receiverName ? '' : state.title;
    byId('caption').textContent = state.reserves ? texts.toReserve : texts.toPay;
    drawAmount(byId('amount'), state.totalAmount);
    payButton.textContent = (state.reserves ? texts.reserve : texts.pay).replace('{amount}', money(state.totalAmount));
    const rows = state.rows.map((row) => {
      const name = document.createElement('span');
      const quantity = trimmed(row.itemQuantity ?? '1');
      const unit = row.itemUnit && row.itemUnit !== 'EA' ? ` ${units[row.itemUnit] ?? row.itemUnit}` : ' ×';
      name.textContent = (quantity === '1' ? '' : `${quantity}${unit} `) + (row.itemDescription ?? row.itemSKU ?? row.itemEAN ?? '');
      const sum = document.createElement('b');
      sum.textContent = decimals(row.itemTotalAmount?.value ?? '');
      const item = document.createElement('li');
      item.append(name, sum);
      return item;
    });
    const list = byId('rows');
    const drawn = JSON.stringify(state.rows);
    if (list.dataset['drawn'] === drawn) return;
    list.dataset['drawn'] = drawn;
    list.replaceChildren(...rows);
  }

  function drawResult(state: PhoneStateView): void {
    const [title, text] = wordsFor(state);
    byId('sign').className = `sign ${signFor(state.stage)}`;
    byId('result-title').textContent = title;
    byId('result-text').textContent = text;
    drawAmount(byId('result-amount'), state.reserved?.amount ?? state.totalAmount);
    const reference = byId('result-reference');
    reference.replaceChildren();
    if (state.stage === 'paid' && state.ersReference) {
      const lastSix = document.createElement('b');
      lastSix.textContent = `…${state.ersReference.slice(-6)}`;
      reference.append(texts.reference, lastSix);
      reference.title = state.ersReference;
    }
    byId('result-cancel').hidden = state.stage !== 'held';
    byId('again').hidden = state.stage === 'held' || state.stage === 'inBank';
  }

  function wordsFor({ stage, canceledBy }: PhoneStateView): readonly [string, string] {
    switch (stage) {
      case 'canceled':
        return canceledBy === 'customer' ? texts.canceledByCustomer : texts.canceledByTill;
      case 'waiting':
      case 'scanned':
      case 'held':
        return texts.held;
      case 'inBank':
      case 'reserved':
      case 'paid':
      case 'reversed':
      case 'failed':
      case 'expired':
        return texts[stage];
    }
  }

  function signFor(stage: PhoneStateView['stage']): string {
    if (stage === 'paid') return 'good';
    if (stage === 'reserved') return 'kept';
    if (stage === 'reversed') return 'back';
    return stage === 'held' || stage === 'inBank' ? 'turning' : 'stopped';
  }

  function drawAmount(target: HTMLElement, amount: PhoneStateView['totalAmount']): void {
    const currency = document.createElement('small');
    currency.textContent = ` ${amount.currency}`;
    target.replaceChildren(decimals(amount.value), currency);
  }

  function trimmed(quantity: string): string {
    const plain = quantity.includes('.') ? quantity.replace(/0+$/, '').replace(/\.$/, '') : quantity;
    return language === 'sv' ? plain.replace('.', ',') : plain;
  }

  function showProblem(sentence: string): void {
    for (const place of problems) place.textContent = sentence;
  }

  function setPin(digits: string): void {
    pin = digits.slice(0, PIN_LENGTH);
    const dots = byId('dots');
    for (const [index, dot] of [...dots.children].entries()) dot.classList.toggle('on', index < pin.length);
    dots.setAttribute('aria-label', texts.pinDigits.replace('{count}', String(pin.length)));
    payButton.disabled = pin.length < PIN_LENGTH;
  }

  // --- the customer's hands ---

  function onKey(event: KeyboardEvent): void {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (main.dataset['stage'] !== 'scanned' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key)) setPin(pin + event.key);
    else if (event.key === 'Backspace') setPin(pin.slice(0, -1));
    else if (event.key === 'Enter' && !payButton.disabled && document.activeElement === document.body) payButton.click();
  }

  function start(): void {
    document.documentElement.lang = language;
    document.title = texts.title;
    for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
      const word = texts[element.dataset['text'] as keyof PhoneTexts];
      if (typeof word === 'string') element.textContent = word;
    }
    byId('pad').setAttribute('aria-label', texts.pin);
    byId('erase').setAttribute('aria-label', texts.erase);
    byId('rows').setAttribute('aria-label', texts.rows);
    byId('scan').addEventListener('submit', (event) => {
      event.preventDefault();
      void scan(codeField.value);
    });
    for (const key of document.querySelectorAll<HTMLElement>('[data-digit]')) {
      key.addEventListener('click', () => setPin(pin + (key.dataset['digit'] ?? '')));
    }
    byId('erase').addEventListener('click', () => setPin(pin.slice(0, -1)));
    payButton.addEventListener('click', () => void act('pay'));
    byId('decline').addEventListener('click', () => void act('decline'));
    for (const id of ['cancel', 'result-cancel']) byId(id).addEventListener('click', () => void act('cancel'));
    for (const id of ['stop', 'again']) {
      byId(id).addEventListener('click', () => {
        turn += 1;
        draw({ kind: 'scan' });
        codeField.focus();
      });
    }
    listen('owner', () => {
      turn += 1;
      showProblem('');
      draw({ kind: 'scan' });
    });
    document.addEventListener('keydown', onKey);
    codeField.value = query.get('code') ?? '';
    draw({ kind: 'scan' });
    codeField.focus();
    void pollForEver();
  }

  start();
}
