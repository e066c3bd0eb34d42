/** The foot of the phone: whose it is, what the account holds, and on a tap what came and went. */
export const ACCOUNT_HTML = `<details class="account" id="account" data-testid="account">
  <summary>
    <span class="owner" id="account-name" data-testid="account-name"></span>
    <span class="balance"><span class="unseen" id="account-label"></span><b id="account-balance" data-testid="balance"></b></span>
  </summary>
  <p class="owner-line"><label for="owner" id="owner-label"></label><select id="owner" data-testid="owner"></select></p>
  <p class="reserved" id="reserved" data-testid="reserved" hidden></p>
  <ul class="movements" id="movements" data-testid="movements"></ul>
  <p class="hint" id="no-movements"></p>
</details>`;
