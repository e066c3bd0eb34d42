/** The phone's paper and ink on a desk: hairlines instead of boxes, one green, amber for what is not known yet, red for what stopped. */
export const OPERATOR_CSS = `
:root {
  color-scheme: light dark;
  --paper: #faf7f0; --sheet: #fffdf8; --ink: #1d1b16; --soft: #635d50; --line: #e2dccd; --hover: #f3eee2;
  --green: #12583c; --green-down: #0c4630; --on-green: #ffffff; --stop: #9b2c20; --amber: #85560a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #151310; --sheet: #1d1a16; --ink: #f2ede1; --soft: #aaa292; --line: #38332a; --hover: #26221c;
    --green: #58bd90; --green-down: #7fd3ac; --on-green: #06210f; --stop: #f09a8d; --amber: #e4b25a;
  }
}
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
html, body { height: 100%; }
body {
  display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 14px/1.45 Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
.practice {
  padding: 4px 16px; text-align: center; font-weight: 600; letter-spacing: .04em; background: var(--ink); color: var(--paper);
}
header { display: flex; align-items: center; gap: 8px; padding: 8px 20px; border-bottom: 1px solid var(--line); }
h1 { font-size: 20px; font-weight: 650; letter-spacing: -.01em; white-space: nowrap; }
.time { display: flex; align-items: center; gap: 8px; }
time { min-width: 84px; font-size: 20px; font-weight: 500; }
.buttons { display: flex; }
.buttons button { margin-left: -1px; border-radius: 0; }
.buttons button:first-child { border-radius: 8px 0 0 8px; }
.buttons button:last-child { border-radius: 0 8px 8px 0; }
.problem { flex: 1; min-width: 0; padding: 0 8px; color: var(--stop); font-weight: 600; }

button, .button, select, input:not([type=checkbox]) {
  min-height: 40px; padding: 0 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); color: inherit; font: inherit;
}
button, .button { font-weight: 600; cursor: pointer; white-space: nowrap; text-decoration: none; }
.button { display: inline-flex; align-items: center; }
button:hover, .button:hover, select:hover, input:hover { border-color: var(--soft); }
button.small { min-height: 32px; padding: 0 10px; font-weight: 500; }
button.quiet { border-color: transparent; background: none; color: var(--stop); }
button.quiet:hover { border-color: var(--stop); }
button.primary { border: 0; background: var(--green); color: var(--on-green); }
button.primary:hover { background: var(--green-down); }
select, input:not([type=checkbox]) { width: 100%; min-width: 0; border-color: var(--soft); }
:focus-visible { outline: 3px solid var(--green); outline-offset: 2px; }
a { color: var(--green); }
.button { color: inherit; }
.check { display: flex; align-items: center; gap: 8px; min-height: 28px; cursor: pointer; }
.check input { width: 18px; height: 18px; flex: none; accent-color: var(--green); }

main { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(0, 1.08fr) minmax(0, 1fr); }
.column { min-width: 0; min-height: 0; display: flex; flex-direction: column; background: var(--sheet); }
.column + .column { border-left: 1px solid var(--line); }
.panel { min-height: 0; overflow-y: auto; overscroll-behavior: contain; }
.left .tills { flex: 0 1 auto; max-height: 48%; border-bottom: 1px solid var(--line); }
.left .invoices { flex: 1; }
.right .panel { flex: 1; display: none; padding-bottom: 16px; }
body[data-tab=messages] .messages, body[data-tab=money] .money, body[data-tab=faults] .faults, body[data-tab=switches] .switches { display: block; }
#tabs { display: flex; gap: 4px; padding: 0 16px; border-bottom: 1px solid var(--line); background: var(--paper); }
.tab { min-height: 44px; padding: 0 10px; border: 0; border-bottom: 3px solid transparent; border-radius: 0; background: none; color: var(--soft); }
.tab[aria-pressed=true] { border-bottom-color: var(--green); color: var(--ink); }
.tab:focus-visible, .open:focus-visible { outline-offset: -3px; }

h2 { padding: 14px 20px 6px; font-size: 16px; font-weight: 650; }
h2 small, .hint, .empty { font-size: 14px; font-weight: 400; color: var(--soft); }
.left h2 { position: sticky; top: 0; z-index: 1; background: var(--sheet); }
.hint { padding: 14px 20px 0; }
.empty { padding: 4px 20px 14px; }
.empty:empty { display: none; }
.list { padding: 0; list-style: none; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) 138px 56px; align-items: center; gap: 12px; padding: 7px 20px; }
.row + .row { border-top: 1px solid var(--line); }
.row.till { grid-template-columns: minmax(0, 1fr) 138px 56px auto; }
.what, .has { display: flex; flex-direction: column; min-width: 0; }
.name { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.by { margin-left: 8px; font-weight: 400; color: var(--soft); }
small { font-size: 13px; color: var(--soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
small:empty { display: none; }

.badge { display: inline-flex; align-items: center; gap: 6px; font-weight: 500; white-space: nowrap; color: var(--soft); }
.badge::before { content: ''; flex: none; width: 9px; height: 9px; border: 2px solid currentColor; border-radius: 50%; }
.badge.told { color: var(--green); }
.badge.told::before, .badge.paid::before { background: currentColor; }
.badge.paid, .badge.inBank, .badge.held, .badge.reserved { color: var(--amber); }
.badge.failed, .badge.reversed { color: var(--stop); }
.badge.failed::before, .badge.reversed::before, .badge.canceled::before, .badge.expired::before { height: 3px; border-width: 0; border-radius: 2px; background: currentColor; }
.clock { display: grid; gap: 3px; justify-items: end; color: var(--soft); visibility: hidden; }
.clock[data-ends] { visibility: visible; }
.clock b { font-weight: 600; }
.clock i { position: relative; width: 100%; height: 4px; border-radius: 2px; background: var(--line); overflow: hidden; }
.clock i::after { content: ''; position: absolute; inset: 0; background: currentColor; transform: scaleX(var(--left, 1)); transform-origin: right; }
.clock.paid { color: var(--amber); }
.clock.paid b { font-size: 16px; }
.clock.urgent { color: var(--stop); }

.filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 12px; padding: 10px 20px; background: var(--sheet); border-bottom: 1px solid var(--line); }
.filter input[type=search] { flex: 1 1 130px; width: 0; }
.filter select { flex: 1 1 140px; width: 0; }
.messages .row { display: block; padding: 0; }
.open {
  display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 12px; width: 100%; padding: 7px 20px;
  border: 0; border-radius: 0; background: none; text-align: left; font-weight: 400;
}
.open:hover, .chosen .open { background: var(--hover); }
.detail { border-top: 1px solid var(--line); padding: 0 20px 20px; overflow: auto; background: var(--paper); }
h3 { position: sticky; top: 0; display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 8px 0; font-size: 16px; background: var(--paper); }
h4 { padding: 8px 0 2px; font-size: 14px; font-weight: 600; color: var(--soft); }
.detail .hint { padding: 0; }
pre { font: 13px/1.5 ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.tag { color: var(--soft); }

.row.customer { display: flex; flex-wrap: wrap; gap: 0 20px; align-items: center; }
.row.customer .name { flex: 1 0 100%; display: flex; align-items: baseline; }
.row.customer small { flex: 1 0 100%; }
.row.customer a { margin-left: auto; }
.sum { margin-left: auto; padding-left: 12px; }
.sum.back { color: var(--amber); }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: 10px 12px; padding: 8px 20px 12px; align-items: end; }
.fields > label:not(.check) { display: grid; gap: 4px; font-weight: 600; }
.fields select, .fields input { font-weight: 400; }
.fields .primary, .switches .fields > * { grid-column: 1 / -1; }
#clear { margin: 0 20px; }

@media (min-width: 1500px) {
  main { grid-template-columns: minmax(0, 1fr) minmax(0, 1.75fr); }
  .right { display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1.2fr) minmax(0, 1fr); }
  .right .messages { display: block; grid-row: 1 / 3; grid-column: 1; border-right: 1px solid var(--line); }
  #tabs, .right .panel:not(.messages) { grid-column: 2; }
  .tab[data-tab=messages] { display: none; }
  body[data-tab=messages] .money { display: block; }
  body[data-tab=messages] .tab[data-tab=money] { border-bottom-color: var(--green); color: var(--ink); }
}
body[data-detail] .messages { display: grid; grid-template: auto minmax(0, 1fr) minmax(0, 1.2fr) / minmax(0, 1fr); padding-bottom: 0; overflow: hidden; }
body:not([data-tab=messages])[data-detail] .messages { display: none; }
body[data-detail] .messages .list { overflow-y: auto; }
body[data-detail] .messages .empty:empty { display: none; }
@media (min-width: 1500px) { body[data-detail] .right .messages { display: grid !important; } }
@media (max-width: 760px) {
  html, body { height: auto; }
  main { grid-template-columns: minmax(0, 1fr); }
  header { flex-wrap: wrap; }
  .left .tills { max-height: none; }
}
`;
