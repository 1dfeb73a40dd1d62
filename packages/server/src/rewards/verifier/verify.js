import { commitmentOf, drawOf } from './verify-draw.js';

const root = document.querySelector('#verify');
const texts = JSON.parse(root.dataset.texts);
const result = document.querySelector('#result');
const { form, pool, version, play } = {
  form: root,
  pool: root.elements.namedItem('pool'),
  version: root.elements.namedItem('version'),
  play: root.elements.namedItem('play'),
};

let versions = [];

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));

function show(lines, good) {
  result.replaceChildren(
    ...lines.map(([label, value]) => {
      const line = document.createElement('div');
      const term = document.createElement('dt');
      const content = document.createElement('dd');
      term.textContent = label;
      content.textContent = value;
      line.append(term, content);
      return line;
    }),
  );
  result.dataset.state = good ? 'good' : 'bad';
}

async function loadVersions() {
  const name = pool.value.trim();
  if (name === '') return;
  const answer = await fetch(`${root.dataset.pools}${encodeURIComponent(name)}.json`).catch(() => null);
  versions = answer?.ok ? (await answer.json()).versions : [];
  const wanted = version.dataset.wanted ?? '';
  version.replaceChildren(
    ...versions.map((each) => {
      const state = each.seed === undefined ? texts.running : texts.ended;
      const option = new Option(`${each.version} · ${state}`, String(each.version));
      option.selected = String(each.version) === wanted;
      return option;
    }),
  );
  if (versions.length === 0) show([[texts.pool, fill(texts.unknownPool, { pool: name })]], false);
}

async function verify() {
  if (versions.length === 0) await loadVersions();
  const chosen = versions.find((each) => String(each.version) === version.value);
  if (!chosen) return;
  if (chosen.seed === undefined) {
    show(
      [
        [texts.commitment, chosen.commitment],
        [texts.seed, texts.notYet],
      ],
      false,
    );
    return;
  }
  const { seed, commitment, weights, labels = [] } = chosen;
  const own = await commitmentOf(seed);
  const drawn = await drawOf({ seed, playKey: play.value.trim(), weights });
  const label = labels[drawn.prizeIndex];
  const prize = label?.[document.documentElement.lang] ?? (label && Object.values(label)[0]) ?? '';
  const same = own === commitment;
  show(
    [
      [texts.commitment, commitment],
      [texts.seed, seed],
      [texts.hash, `${own} ${same ? `✓ ${texts.same}` : `✗ ${texts.different}`}`],
      [texts.word, `HMAC-SHA-256("${drawn.message}") → ${drawn.word}`],
      [texts.remainder, `${drawn.word} mod ${drawn.sum} = ${drawn.remainder}`],
      [texts.prize, fill(texts.between, { ...drawn, number: drawn.prizeIndex + 1, prize })],
      [texts.note, texts.fallback],
    ],
    same,
  );
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  verify().catch(() => show([[texts.note, texts.failed]], false));
});
pool.addEventListener('change', () => {
  versions = [];
  loadVersions().catch(() => undefined);
});

await loadVersions();
if (play.value !== '' && versions.length > 0) form.requestSubmit();
