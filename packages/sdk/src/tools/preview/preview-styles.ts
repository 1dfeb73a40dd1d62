/** Looks of the bar: dark on every page, one line at the top, two on a phone. Contrast at least 4.5. */
export const styles: string = `
:host { all: initial; position: fixed; inset: 0; inline-size: auto; block-size: auto; max-inline-size: none; max-block-size: none; margin: 0; padding: 0; border: 0; background: none; overflow: visible; pointer-events: none; }
:host(:not(:popover-open)[popover]) { display: none; }
* { box-sizing: border-box; }
.bar { position: fixed; inset-block-start: 0; inset-inline: 0; display: flex; flex-wrap: wrap; align-items: center; gap: .35rem .75rem; padding: .4rem .75rem; border-block-end: 2px solid #ffb020; background: #14171f; color: #e9ecf3; box-shadow: 0 6px 24px rgb(0 0 0 / .35); font: 13px/1.4 system-ui, sans-serif; text-align: start; pointer-events: auto; }
.bar.low { inset-block: auto 0; border-block: 2px solid #ffb020 0; }
.bar.small { inset-inline-end: auto; border-end-end-radius: 12px; padding: .25rem .5rem; }
.bar.small > :not(.badge, .fold) { display: none; }
.badge { flex: none; padding: .1rem .5rem; border-radius: 999px; background: #ffb020; color: #1c1405; font-weight: 700; }
.what { flex: 1 1 16rem; min-inline-size: 0; }
.name { font-weight: 650; }
.how { color: #b4bccd; }
.state { margin: .1rem 0 0; }
.state.shown { color: #7ee2a8; }
.state.not { color: #f3cf7a; }
ul { margin: .2rem 0 0; padding-inline-start: 1.1rem; color: #f3cf7a; }
button { min-block-size: 36px; padding: 0 .8rem; border: 1px solid #4a5368; border-radius: 9px; background: none; color: #e9ecf3; font: inherit; font-weight: 600; cursor: pointer; }
button:hover { background: #262c3a; }
button.strong { border-color: transparent; background: #ffb020; color: #1c1405; }
button.strong:hover { background: #ffc14d; }
button.icon { min-inline-size: 36px; padding: 0; }
p { margin: 0; }
[hidden] { display: none !important; }
:focus-visible { outline: 2px solid #8ab4ff; outline-offset: 2px; }
@media (max-width: 40rem) { .bar { gap: .3rem .5rem; } .what { order: 5; flex-basis: 100%; } .grow { flex: 1; } button { min-block-size: 40px; } }
@media (forced-colors: active) { .bar { border: 2px solid CanvasText; } .badge { border: 1px solid CanvasText; } }
`;
