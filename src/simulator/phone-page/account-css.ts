/** The account lies, with the cards, over the foot of the page, so that opening it moves nothing the customer is about to press. */
export const ACCOUNT_CSS = `
.foot { position: sticky; bottom: 0; width: 100%; max-width: 420px; margin: 0 auto; background: var(--paper); }
@media (min-width: 480px) { .foot { border-inline: 1px solid var(--line); } }
.account { border-top: 1px solid var(--line); }
.owner-line { display: flex; align-items: center; gap: 12px; padding: 4px 20px 12px; font-size: 14px; }
.owner-line label { flex: none; font-weight: 500; color: var(--soft); }
select {
  flex: 1; min-width: 0; min-height: 44px; padding: 0 10px; border: 1px solid var(--line); border-radius: 8px;
  background: var(--sheet); color: var(--ink); font: inherit;
}
.account summary {
  display: flex; align-items: center; justify-content: space-between; gap: 16px; min-height: 44px; padding: 0 20px;
  font-size: 14px; cursor: pointer; list-style: none;
}
.account summary::-webkit-details-marker { display: none; }
.account summary::after {
  content: ''; flex: none; width: 8px; height: 8px; margin: 4px 2px 0 -8px; border: solid var(--soft); border-width: 2px 0 0 2px;
  transform: rotate(45deg);
}
.account[open] summary::after { margin-top: -6px; transform: rotate(225deg); }
.account :focus-visible { outline-offset: -3px; }
.owner { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--soft); }
.balance b { font-weight: 600; }
.reserved { padding: 0 20px 10px; font-size: 14px; color: var(--amber); }
.movements { max-height: 44vh; padding: 0 20px; overflow-y: auto; list-style: none; border-top: 1px solid var(--line); }
.movements:empty { display: none; }
.movements li { display: grid; grid-template-columns: 1fr auto; gap: 0 16px; padding: 8px 0; font-size: 14px; }
.movements li + li { border-top: 1px solid var(--line); }
.movements span { min-width: 0; overflow-wrap: anywhere; }
.movements small { grid-column: 1 / -1; font-size: 13px; color: var(--soft); }
.movements b { font-weight: 600; white-space: nowrap; }
.movements .in b { color: var(--green); }
.account .hint { padding: 12px 20px 16px; border-top: 1px solid var(--line); }
@media (max-height: 680px) { main[data-stage='scanned'] + .foot .account:not([open]) { display: none; } }
`;
