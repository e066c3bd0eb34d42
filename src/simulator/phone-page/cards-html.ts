/** The cards on the phone; filled in with the one that practice's membership takes, so that one tap adds it. */
export const CARDS_HTML = `<details class="cards" id="cards" data-testid="cards">
  <summary><span data-cards-text="cards"></span><b id="card-shown" data-testid="card-shown"></b></summary>
  <div class="wallet">
    <p class="hint" data-cards-text="hint"></p>
    <ul id="card-list" data-testid="card-list"></ul>
    <form id="card-form" novalidate>
      <label for="card-name" data-cards-text="name"></label>
      <input id="card-name" data-testid="card-name" autocomplete="off" maxlength="80" value="Kassa Club">
      <label for="card-number" data-cards-text="number"></label>
      <input id="card-number" data-testid="card-number" autocomplete="off" maxlength="80" value="97521234">
      <label for="card-type" data-cards-text="type"></label>
      <input id="card-type" data-testid="card-type" autocomplete="off" maxlength="80" value="KASSA_CLUB" spellcheck="false">
      <p class="problem" id="card-problem" role="alert"></p>
      <button class="plain" data-cards-text="add" data-testid="card-add"></button>
    </form>
    <label class="share"><input type="checkbox" id="share" data-testid="share"><span id="share-text"></span></label>
  </div>
</details>`;
