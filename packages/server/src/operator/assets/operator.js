// Keeps the page current: the server names what changed, the page fetches itself and swaps its content.
const root = document.documentElement;
const state = document.getElementById('live');
const topics = new Set(root.dataset.topics.split(' '));
const WAIT_MS = 400;
const RETRY_MS = 5000;
let timer = 0;
let due = false;
let turn = 0;

document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
if (root.dataset.live && state) connect();

function connect() {
  const source = new EventSource(root.dataset.live);
  source.addEventListener('open', () => show('on'));
  // What happened before the line was there is not repeated: fetch once.
  source.addEventListener('moment', ({ data }) => {
    if (root.dataset.moment && data !== root.dataset.moment) schedule(WAIT_MS);
  });
  source.addEventListener('error', () => show('off'));
  source.addEventListener('change', (event) => {
    if (topics.has(event.data)) schedule(WAIT_MS);
  });
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  document.addEventListener('visibilitychange', () => {
    if (due && document.visibilityState === 'visible') schedule(0);
  });
}

function schedule(ms) {
  due = true;
  if (document.visibilityState !== 'visible') return;
  clearTimeout(timer);
  timer = setTimeout(refresh, ms);
}

async function refresh() {
  const main = document.getElementById('content');
  // Never take a form from under somebody's hands.
  if (main.querySelector('details[open]') || isTyping(main)) return schedule(RETRY_MS);
  main.setAttribute('aria-busy', 'true');
  turn += 1;
  const mine = turn;
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (response.status === 401) return location.reload();
    if (!response.ok) throw new Error(`status ${response.status}`);
    const text = await response.text();
    // A slow answer must not put old content over what a later one brought.
    if (mine !== turn) return;
    const page = new DOMParser().parseFromString(text, 'text/html');
    root.dataset.moment = page.documentElement.dataset.moment;
    const scrolled = [...main.querySelectorAll('.scroll')].map((box) => box.scrollLeft);
    const focused = [...main.querySelectorAll('a, button, [tabindex]')].indexOf(document.activeElement);
    main.replaceChildren(...page.getElementById('content').childNodes);
    main.querySelectorAll('.scroll').forEach((box, index) => {
      box.scrollLeft = scrolled[index] ?? 0;
    });
    if (focused >= 0) main.querySelectorAll('a, button, [tabindex]')[focused]?.focus({ preventScroll: true });
    due = false;
    show('on');
  } catch {
    show('failed');
    schedule(RETRY_MS);
  } finally {
    main.removeAttribute('aria-busy');
  }
}

function isTyping(main) {
  const active = document.activeElement;
  return (
    main.contains(active) && active.matches('input:not([type=hidden], [type=checkbox]), select, textarea')
  );
}

function show(next) {
  if (state.dataset.state === next) return;
  state.dataset.state = next;
  state.textContent = state.dataset[next];
}
