const list = (id: string): string => `<ul id="${id}" class="list" data-testid="${id}"></ul><p id="${id}-empty" class="empty"></p>`;
const heading = (id: string): string => `<h2 id="${id}-title"><span data-text="${id}"></span> <small id="${id}-count"></small></h2>`;

/** Tills and invoices on the left, messages beside them, the rest in tabs. Words and rows come from the script. */
export const OPERATOR_HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>SEQR</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="operator.css">
<script src="operator.js" defer></script>
</head>
<body data-tab="messages">
<p class="practice" data-text="practice" data-testid="practice"></p>
<header>
  <h1 data-text="title"></h1>
  <p id="problem" class="problem" role="alert" data-testid="problem"></p>
  <div class="time" role="group" id="time-group">
    <time id="now" data-testid="now"></time>
    <span id="forward" class="buttons" data-testid="forward"></span>
  </div>
  <a href="phone" target="_blank" rel="noopener" class="button" data-text="phone" data-testid="open-phone"></a>
  <button type="button" id="reset" class="quiet" data-text="reset" data-testid="reset"></button>
</header>
<main>
  <div class="column left">
    <section class="panel tills" aria-labelledby="tills-title">${heading('tills')}${list('tills')}</section>
    <section class="panel invoices" aria-labelledby="invoices-title">${heading('invoices')}${list('invoices')}</section>
  </div>
  <div class="column right">
    <nav id="tabs" data-testid="tabs"></nav>
    <section class="panel messages">
      <form id="filter" class="filter">
        <input id="find" type="search" autocomplete="off" spellcheck="false" data-testid="find">
        <select id="which" data-testid="which"></select>
        <label class="check"><input id="problems" type="checkbox" data-testid="problems"><span data-text="problemsOnly"></span></label>
      </form>
      ${list('messages')}
      <article id="detail" class="detail" data-testid="detail" hidden></article>
    </section>
    <section class="panel money">
      ${heading('customers')}${list('customers')}
      ${heading('ledger')}${list('ledger')}
    </section>
    <section class="panel faults">
      <p class="hint" data-text="faultHint"></p>
      <form id="fault-form" class="fields">
        <label><span data-text="operation"></span><select id="fault-operation" data-testid="fault-operation"></select></label>
        <label><span data-text="fault"></span><select id="fault-kind" data-testid="fault-kind"></select></label>
        <label id="fault-value-field"><span id="fault-value-label"></span><input id="fault-value" inputmode="numeric" data-testid="fault-value"></label>
        <label><span data-text="moment"></span><select id="fault-moment" data-testid="fault-moment"></select></label>
        <label><span data-text="count"></span><input id="fault-count" inputmode="numeric" value="1" data-testid="fault-count"></label>
        <button class="primary" data-text="inject" data-testid="inject"></button>
      </form>
      ${heading('pending')}${list('pending')}
      <button type="button" id="clear" data-text="clear" data-testid="clear" hidden></button>
    </section>
    <section class="panel switches">
      ${heading('shops')}${list('shops')}
      ${heading('reports')}<div class="fields" id="report-switches"></div>
      ${heading('reservations')}<div class="fields" id="reservation-switches"></div>
    </section>
  </div>
</main>
</body>
</html>
`;
