/** Cards are for the quiet moments: before a scan, and after. */
export const CARDS_CSS = `
.cards { border-top: 1px solid var(--line); }
.cards summary {
  display: flex; align-items: center; justify-content: space-between; gap: 16px; min-height: 44px; padding: 0 20px;
  font-size: 14px; cursor: pointer; list-style: none;
}
.cards summary::-webkit-details-marker { display: none; }
.cards summary::after {
  content: ''; flex: none; width: 8px; height: 8px; margin: 4px 2px 0 -8px; border: solid var(--soft); border-width: 2px 0 0 2px;
  transform: rotate(45deg);
}
.cards[open] summary::after { margin-top: -6px; transform: rotate(225deg); }
.cards summary span { flex: none; color: var(--soft); }
.cards summary b { flex: 1; min-width: 0; overflow: hidden; font-weight: 600; text-align: right; text-overflow: ellipsis; white-space: nowrap; }
.cards :focus-visible { outline-offset: -3px; }
.wallet { max-height: 58vh; padding: 0 20px 16px; overflow-y: auto; border-top: 1px solid var(--line); }
.wallet .hint { padding: 10px 0; }
.wallet ul { padding: 0; list-style: none; }
.wallet li { display: flex; align-items: stretch; gap: 8px; margin-bottom: 8px; }
.wallet li label {
  flex: 1; display: flex; align-items: center; gap: 12px; min-width: 0; min-height: 56px; padding: 6px 14px; border: 1px solid var(--line);
  border-radius: 12px; background: var(--sheet); cursor: pointer;
}
.wallet li label:has(:checked) { border-color: var(--green); background: var(--green); color: var(--on-green); }
.wallet li span { min-width: 0; overflow-wrap: anywhere; line-height: 1.25; }
.wallet li small { display: block; font-weight: 400; }
.wallet input[type='radio'], .wallet input[type='checkbox'] { flex: none; width: 20px; min-height: 20px; height: 20px; accent-color: var(--green); }
.wallet li label:has(:checked) input { accent-color: var(--on-green); }
.wallet li button { flex: none; width: 48px; border: 1px solid var(--line); font-size: 22px; color: var(--soft); }
.wallet li button:hover { border-color: var(--stop); color: var(--stop); }
.wallet form { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 8px 12px; padding-top: 4px; font-size: 14px; }
.wallet form label { font-weight: 500; color: var(--soft); }
.wallet form input { min-height: 44px; padding: 0 10px; border-color: var(--line); background: var(--sheet); }
.wallet form button, .wallet form .problem { grid-column: 1 / -1; }
.wallet form button { min-height: 44px; }
.share { display: flex; align-items: center; gap: 12px; min-height: 44px; margin-top: 8px; font-size: 14px; font-weight: 400; cursor: pointer; }
.share span { min-width: 0; overflow-wrap: anywhere; }
main:not([data-stage='scan']) + .foot .cards:not([open]) { display: none; }
`;
