/**
 * Looks of the panel: a tool of its own, independent of the shop's theme. Contrast at least 4.5 throughout. It leaves
 * the page's header and its lower edge free: there stand menus, carts and consent banners.
 */
export const styles = `
:host {
  all: initial;
  position: fixed; inset: 5.5rem 1rem auto auto; z-index: 2147483647;
  margin: 0; padding: 0; border: 0; background: none;
  inline-size: min(27rem, calc(100vw - 2rem));
}
.panel {
  display: flex; flex-direction: column; max-block-size: min(44rem, calc(100vh - 14rem)); overflow: hidden;
  border: 1px solid #394152; border-radius: 14px; background: #14171f; color: #e9ecf3;
  box-shadow: 0 18px 50px rgb(0 0 0 / .45);
  font: 13px/1.5 system-ui, sans-serif; text-align: start;
}
.bar { display: flex; align-items: center; gap: .5rem; padding: .6rem .75rem .6rem 1rem; border-block-end: 1px solid #2b3140; }
h2 { flex: 1; margin: 0; font-size: 14px; font-weight: 650; letter-spacing: .01em; }
h2::before { content: ''; display: inline-block; inline-size: .6em; block-size: .6em; margin-inline-end: .55em; border-radius: 50%; background: #7ee2a8; }
button { font: inherit; color: #cdd3e0; background: none; border: 1px solid #394152; border-radius: 8px; min-inline-size: 2rem; min-block-size: 2rem; cursor: pointer; }
button:hover { background: #262c3a; color: #fff; }
:focus-visible { outline: 2px solid #8ab4ff; outline-offset: 2px; border-radius: 6px; }
.body { overflow: auto; overscroll-behavior: contain; padding-block-end: .5rem; }
.body[hidden] { display: none; }
.section { border-block-end: 1px solid #222735; }
.section > summary { display: flex; align-items: center; gap: .6rem; padding: .6rem 1rem; font-weight: 600; cursor: pointer; list-style: none; }
.section > summary::-webkit-details-marker { display: none; }
.section > summary::before { content: '›'; color: #9aa4ba; transition: rotate .15s; }
.section[open] > summary::before { rotate: 90deg; }
.section > summary > span:last-child { margin-inline-start: auto; padding: 0 .55em; border-radius: 99px; background: #262c3a; color: #cdd3e0; font-weight: 500; }
.section.alert > summary > span:last-child { background: #5c1f22; color: #ffd7d3; }
.content { padding: 0 1rem .75rem; }
dl { margin: 0 0 .5rem; }
dl > div { display: flex; gap: .75rem; padding: .15rem 0; }
dt { flex: 0 0 9rem; color: #a7b0c3; }
dd { margin: 0; overflow-wrap: anywhere; min-inline-size: 0; }
ul, ol { margin: 0; padding: 0; list-style: none; }
li { padding: .2rem 0; }
li > details > summary, li > span, li > section { display: flex; flex-wrap: wrap; gap: .15rem .6rem; align-items: baseline; cursor: default; }
li > details > summary { cursor: pointer; }
li > details > :not(summary) { margin: .3rem 0 .3rem 1rem; }
section > dl { flex-basis: 100%; margin-block-start: .3rem; }
ol > li { display: flex; flex-wrap: wrap; gap: 0 .5rem; }
ol.way { display: flex; flex-wrap: wrap; gap: 0 .35rem; }
ol.way > li { gap: .35rem; padding: 0; }
ol.way > li:not(.to, .why):not(:first-child, .to + li)::before { content: '→'; color: #a7b0c3; }
.trace { flex-basis: 100%; padding-inline-start: 1.4rem; }
.trace li { display: flex; flex-wrap: wrap; gap: .5rem; }
code { font: 12px/1.5 ui-monospace, monospace; color: #c3cbe0; overflow-wrap: anywhere; }
code.block { display: block; padding: .4rem .6rem; border-radius: 8px; background: #0d1016; }
time { color: #a7b0c3; font-variant-numeric: tabular-nums; }
b { font-weight: 600; }
.state { color: #a7b0c3; }
.shown, .acknowledged, .yes { color: #7ee2a8; }
.no, .fallback, .paused, .dropped { color: #ffb3ab; }
.waiting, .outranked, .held-out, .queued, .sending { color: #f3cf7a; }
.empty { margin: 0; color: #a7b0c3; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 40rem) { :host { inset: 5rem .5rem auto .5rem; inline-size: auto; } .panel { max-block-size: 45vh; } }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media (forced-colors: active) { .panel { border: 2px solid CanvasText; } }
`;
