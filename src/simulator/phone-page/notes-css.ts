/** What the shop changed, said beside the amount. */
export const NOTES_CSS = `
.was { color: var(--soft); }
.note { font-size: 14px; color: var(--green); font-weight: 600; text-align: center; overflow-wrap: anywhere; }
.outcome .note { font-size: 16px; }
.note:empty { display: none; }
.note.bad { color: var(--amber); }
.offer { padding: 16px; border: 1px solid var(--green); border-radius: 12px; text-align: center; }
.offer p { margin-bottom: 12px; font-weight: 600; overflow-wrap: anywhere; }
.offer .pair button:first-child { border-color: var(--green); color: var(--green); }
`;
