/** Paper and ink, one deep green; a sheet that fills a phone-sized window and stays a phone on a larger one. */
export const PHONE_CSS = `
:root {
  color-scheme: light dark;
  --paper: #faf7f0; --sheet: #fffdf8; --ink: #1d1b16; --soft: #635d50; --line: #e2dccd;
  --green: #12583c; --green-down: #0c4630; --on-green: #ffffff; --stop: #9b2c20; --amber: #85560a;
  --practice: #1d1b16; --on-practice: #faf7f0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #151310; --sheet: #1d1a16; --ink: #f2ede1; --soft: #aaa292; --line: #38332a;
    --green: #58bd90; --green-down: #7fd3ac; --on-green: #06210f; --stop: #f09a8d; --amber: #e4b25a;
    --practice: #f2ede1; --on-practice: #151310;
  }
}
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
html { height: 100%; }
body {
  min-height: 100%; display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 16px/1.45 Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
.practice {
  padding: 6px 16px; text-align: center; font-size: 14px; font-weight: 600; letter-spacing: .04em;
  background: var(--practice); color: var(--on-practice);
}
main { flex: 1; display: flex; width: 100%; max-width: 420px; margin: 0 auto; padding: 16px 20px; background: var(--sheet); }
@media (min-width: 480px) { main { border-inline: 1px solid var(--line); } }
.view { flex: 1; display: flex; flex-direction: column; gap: 8px; min-width: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

svg { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.mark { margin: auto; padding: 16px; color: var(--green); }
.mark svg { width: 152px; height: 152px; stroke-width: 2; }
.mark .beam { opacity: .5; }
label { font-weight: 600; }
input {
  width: 100%; min-height: 56px; padding: 0 16px; border: 1px solid var(--soft); border-radius: 8px;
  background: transparent; color: var(--ink); font: inherit; letter-spacing: .01em;
}
.hint { font-size: 14px; color: var(--soft); }
.problem { color: var(--stop); font-weight: 600; }
.problem:empty { display: none; }

button { min-height: 52px; border: 0; border-radius: 8px; background: none; color: inherit; font: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid var(--green); outline-offset: 2px; }
.main { min-height: 60px; background: var(--green); color: var(--on-green); font-size: 20px; font-weight: 600; }
.main:hover { background: var(--green-down); }
.main:disabled { background: var(--line); color: var(--soft); cursor: default; }
.plain { border: 1px solid var(--line); font-weight: 600; }
.plain:hover { border-color: var(--soft); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }

header { text-align: center; }
.shop { font-weight: 600; overflow-wrap: anywhere; }
.caption { margin-top: 4px; font-size: 14px; color: var(--soft); }
.amount { font-size: 44px; line-height: 1.1; font-weight: 650; letter-spacing: -.02em; overflow-wrap: anywhere; }
.amount small { font-size: 20px; font-weight: 500; letter-spacing: 0; color: var(--soft); }
.title { color: var(--soft); overflow-wrap: anywhere; }
.rows { flex: 1 1 44px; min-height: 44px; overflow-y: auto; padding: 0; list-style: none; border-block: 1px solid var(--line); }
.rows:empty { display: none; }
.rows li { display: flex; gap: 16px; justify-content: space-between; padding: 8px 0; font-size: 14px; }
.rows li + li { border-top: 1px solid var(--line); }
.rows span { min-width: 0; overflow-wrap: anywhere; }
.rows b { font-weight: 500; white-space: nowrap; }

.pin-line { display: flex; align-items: center; justify-content: center; gap: 16px; min-height: 32px; font-weight: 600; }
.dots { display: inline-flex; gap: 12px; }
.dots i { width: 14px; height: 14px; border: 2px solid var(--soft); border-radius: 50%; }
.dots i.on { background: var(--green); border-color: var(--green); }
.pad { display: grid; grid-template-columns: repeat(3, 1fr); gap: 6px; }
.key { min-height: 54px; border: 1px solid var(--line); font-size: 24px; font-weight: 500; }
.key:hover { border-color: var(--soft); }
.key:active { background: var(--line); }
.key svg { width: 24px; height: 24px; vertical-align: middle; }
.pin .hint { margin-top: 6px; text-align: center; }

.outcome { margin: auto; padding: 24px 0; text-align: center; }
.outcome h2 { font-size: 32px; line-height: 1.2; font-weight: 650; letter-spacing: -.01em; }
.outcome p { margin-top: 12px; }
.outcome .amount { margin-top: 8px; }
.reference { font-size: 14px; color: var(--soft); overflow-wrap: anywhere; }
.reference b { display: block; font-size: 20px; color: var(--ink); letter-spacing: .06em; }
.sign { display: inline-grid; place-items: center; width: 88px; height: 88px; margin-bottom: 20px; border-radius: 50%; }
.sign::before { content: ''; width: 40px; height: 40px; }
.sign.good { background: var(--green); color: var(--on-green); }
.sign.back { border: 3px solid var(--amber); color: var(--amber); }
.sign.kept { border: 3px solid var(--green); color: var(--green); }
.sign.stopped { border: 3px solid var(--stop); color: var(--stop); }
.sign.good::before { width: 20px; height: 38px; margin-top: -8px; border: solid currentColor; border-width: 0 5px 5px 0; transform: rotate(45deg); }
.sign.back::before { width: 28px; height: 28px; border: solid currentColor; border-width: 0 0 5px 5px; transform: translateX(6px) rotate(45deg); }
.sign.kept::before { width: 24px; height: 32px; border: solid currentColor; border-width: 0 7px; }
.sign.stopped::before { height: 5px; border-radius: 3px; background: currentColor; }
.sign.turning { border: 4px solid var(--line); border-top-color: var(--green); animation: turn 1.2s linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .sign.turning { animation: none; } }
@media (max-height: 700px) {
  .key { min-height: 48px; } .amount { font-size: 36px; } .main { min-height: 52px; } .mark svg { width: 112px; height: 112px; }
}
`;
