import { ACCOUNT_HTML } from './account-html.ts';
import { CARDS_HTML } from './cards-html.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

const pinKey = (digit: string): string =>
  `<button type="button" class="key" data-digit="${digit}" data-testid="pin-${digit}">${digit}</button>`;

/** The page of the customer's phone: one section for each thing the customer can be doing. Words come from the script. */
export const PHONE_HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>SEQR</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="phone.css">
<script src="phone.js" defer></script>
</head>
<body>
<p class="practice" data-text="practice" data-testid="practice"></p>
<main data-testid="phone" data-stage="scan">
  <h1 class="unseen" data-text="title"></h1>

  <form id="scan" class="view" novalidate>
    <p class="mark" aria-hidden="true">
      <svg viewBox="0 0 64 64"><path d="M4 20V8a4 4 0 0 1 4-4h12M44 4h12a4 4 0 0 1 4 4v12M60 44v12a4 4 0 0 1-4 4H44M20 60H8a4 4 0 0 1-4-4V44"/><path class="beam" d="M14 32h36"/></svg>
    </p>
    <label for="code" data-text="codeLabel"></label>
    <input id="code" data-testid="code" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint code-error">
    <p id="code-hint" class="hint" data-text="codeHint"></p>
    <p id="code-error" class="problem" role="alert" data-testid="code-error"></p>
    <button class="main" data-text="scan" data-testid="scan"></button>
  </form>

  <section id="waiting" class="view" hidden>
    <div class="outcome" role="status">
      <span class="sign turning" aria-hidden="true"></span>
      <h2 data-text="waitingTitle" data-testid="waiting"></h2>
      <p data-text="waitingText"></p>
    </div>
    <button type="button" class="plain" id="stop" data-text="stop" data-testid="stop"></button>
  </section>

  <section id="bill" class="view" hidden>
    <header>
      <p class="shop" id="shop" data-testid="shop"></p>
      <p class="caption" id="caption"></p>
      <p class="amount" id="amount" data-testid="amount"></p>
      <p class="was" id="was" data-testid="was" hidden></p>
      <p class="title" id="title" data-testid="title"></p>
    </header>
    <p class="note" id="bill-note" data-testid="bill-note"></p>
    <ul id="rows" class="rows" data-testid="rows"></ul>
    <div class="pin">
      <p class="pin-line"><span data-text="pin"></span><span id="dots" class="dots" role="img" data-testid="pin"><i></i><i></i><i></i><i></i></span></p>
      <div class="pad" role="group" id="pad">
        ${DIGITS.map(pinKey).join('\n        ')}
        <span></span>
        ${pinKey('0')}
        <button type="button" class="key" id="erase" data-testid="pin-erase"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M21 5H9l-7 7 7 7h12zM12 9l6 6M18 9l-6 6"/></svg></button>
      </div>
      <p class="hint" data-text="pinHint"></p>
    </div>
    <p class="problem" id="bill-problem" role="alert" data-testid="problem"></p>
    <button type="button" class="main" id="pay" data-testid="pay" disabled></button>
    <div class="pair">
      <button type="button" class="plain" id="decline" data-text="decline" data-testid="decline"></button>
      <button type="button" class="plain" id="cancel" data-text="cancel" data-testid="cancel"></button>
    </div>
  </section>

  <section id="result" class="view" hidden>
    <div class="outcome" role="status">
      <span class="sign" id="sign" aria-hidden="true"></span>
      <h2 id="result-title" data-testid="result"></h2>
      <p class="amount" id="result-amount" data-testid="result-amount"></p>
      <p id="result-text" data-testid="result-text"></p>
      <p class="note" id="result-note" data-testid="result-note"></p>
      <p class="reference" id="result-reference" data-testid="reference"></p>
    </div>
    <div class="offer" id="offer" data-testid="offer" hidden>
      <p id="offer-text" data-testid="offer-text"></p>
      <div class="pair">
        <button type="button" class="plain" id="keep-card" data-testid="keep-card"></button>
        <button type="button" class="plain" id="no-card" data-testid="no-card"></button>
      </div>
    </div>
    <p class="problem" id="result-problem" role="alert"></p>
    <button type="button" class="plain" id="result-cancel" data-text="cancel" data-testid="result-cancel" hidden></button>
    <button type="button" class="main" id="again" data-text="again" data-testid="again"></button>
  </section>
</main>
<div class="foot">
${CARDS_HTML}
${ACCOUNT_HTML}
</div>
</body>
</html>
`;
