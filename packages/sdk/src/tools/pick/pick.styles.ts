/** Looks of the picker: a tool of its own, dark on every page. Contrast at least 4.5 throughout; controls 40 px at least. */
export const styles: string = `
:host { all: initial; position: fixed; inset: 0; inline-size: auto; block-size: auto; max-inline-size: none; max-block-size: none; margin: 0; padding: 0; border: 0; background: none; overflow: visible; pointer-events: none; }
:host(:not(:popover-open)[popover]) { display: none; }
* { box-sizing: border-box; }
.aim { position: fixed; border: 2px solid #ffb020; border-radius: 4px; background: rgb(255 176 32 / .16); box-shadow: 0 0 0 1px #14171f; pointer-events: none; }
.aim.chosen { border-color: #38c172; background: rgb(56 193 114 / .14); }
.panel { position: fixed; inset-block: 1rem; inset-inline-end: 1rem; display: flex; flex-direction: column; inline-size: min(25rem, calc(100vw - 2rem)); max-block-size: calc(100vh - 2rem); block-size: fit-content; overflow: hidden; border: 1px solid #394152; border-radius: 14px; background: #14171f; color: #e9ecf3; box-shadow: 0 18px 50px rgb(0 0 0 / .45); font: 14px/1.5 system-ui, sans-serif; text-align: start; pointer-events: auto; }
.panel.left { inset-inline: 1rem auto; }
.panel.small { inset-block: auto 1rem; }
.panel.small .body > :not(.status, .point) { display: none; }
.bar { display: flex; align-items: center; gap: .5rem; padding: .6rem .75rem .6rem 1rem; border-block-end: 1px solid #2b3140; }
h2 { flex: 1; margin: 0; font-size: 15px; font-weight: 650; }
h3 { margin: 1.1rem 0 .4rem; font-size: 13px; font-weight: 650; color: #cdd3e0; }
.body { overflow: auto; overscroll-behavior: contain; padding: .9rem 1rem 1rem; }
p { margin: .5rem 0; }
button, input, textarea, select { font: inherit; color: #e9ecf3; }
button { min-block-size: 40px; padding: 0 .9rem; border: 1px solid #4a5368; border-radius: 9px; background: none; font-weight: 600; cursor: pointer; }
button:hover { background: #262c3a; }
button.strong { border-color: transparent; background: #ffb020; color: #1c1405; }
button.strong:hover { background: #ffc14d; }
button.icon { min-inline-size: 40px; padding: 0; }
button.strong[aria-pressed='true'] { border-color: #ffb020; background: #2b2410; color: #ffce74; }
.point { inline-size: 100%; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; margin-block-start: .6rem; }
.row > * { flex: 1 1 auto; }
label { display: block; margin-block-start: .6rem; font-size: 13px; color: #cdd3e0; }
label small { color: #a7b0c3; font-size: 12px; }
input[type='text'], textarea, select { display: block; inline-size: 100%; min-block-size: 40px; margin-block-start: .2rem; padding: .45rem .6rem; border: 1px solid #4a5368; border-radius: 9px; background: #0d1016; }
textarea { min-block-size: 4.5rem; resize: vertical; }
textarea.code { min-block-size: 9rem; font: 12px/1.5 ui-monospace, monospace; white-space: pre; }
fieldset { margin: 1rem 0 0; padding: 0; border: 0; }
legend { padding: 0; font-size: 13px; font-weight: 650; color: #cdd3e0; }
.way { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .6rem; margin: .3rem 0 0; padding: .45rem .6rem; border: 1px solid #2b3140; border-radius: 9px; cursor: pointer; }
.way:has(:checked) { border-color: #ffb020; }
.way input { margin: .25rem 0 0; accent-color: #ffb020; }
code { font: 12px/1.5 ui-monospace, monospace; color: #e9ecf3; overflow-wrap: anywhere; }
.why { grid-column: 2; font-size: 12px; color: #a7b0c3; }
b.strong { color: #7ee2a8; }
b.fair { color: #f3cf7a; }
b.weak { color: #ffb3ab; }
ol { margin: .4rem 0; padding: 0; list-style: none; counter-reset: step; }
ol li { display: flex; align-items: center; gap: .6rem; padding-block: .15rem; counter-increment: step; }
ol li::before { content: counter(step); display: grid; place-items: center; flex: none; inline-size: 1.6rem; block-size: 1.6rem; border-radius: 50%; background: #262c3a; font-size: 12px; }
ol li span { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
.quiet { color: #a7b0c3; font-size: 13px; }
[hidden] { display: none !important; }
:focus-visible { outline: 2px solid #8ab4ff; outline-offset: 2px; }
@media (max-width: 40rem) { .panel, .panel.left { inset: auto .5rem .5rem; inline-size: auto; max-block-size: 62vh; } }
@media (forced-colors: active) { .panel { border: 2px solid CanvasText; } .aim { border-color: Highlight; } }
`;
