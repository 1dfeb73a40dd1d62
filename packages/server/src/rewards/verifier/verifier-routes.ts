import { readFile } from 'node:fs/promises';
import type { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { ServerContext } from '../../context.ts';
import type { AppContext, AppEnv } from '../../http/environment.ts';
import { type VerifierTexts, verifierTexts } from './texts-table.ts';

// `src` is part of the package, so that one path serves the sources and the build.
const FOLDER = new URL('../../../src/rewards/verifier/', import.meta.url);
const FILES: Readonly<Record<string, string>> = {
  'verify.js': 'text/javascript; charset=utf-8',
  'verify-draw.js': 'text/javascript; charset=utf-8',
  'verify.css': 'text/css; charset=utf-8',
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Language = keyof typeof verifierTexts;

/**
 * `GET /rewards/verify?pool=&version=&play=`: a page on which anybody checks a draw of a version that ended, by WebCrypto in
 * their own browser.
 */
export function addVerifierRoutes(app: Hono<AppEnv>, context: ServerContext): void {
  app.get('/rewards/verify', (c) => {
    c.header('Content-Security-Policy', POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Vary', 'Accept-Language');
    return c.html(renderVerifier(c, context, languageOf(c)));
  });
  for (const [file, type] of Object.entries(FILES)) {
    app.get(`/rewards/${file}`, async (c) => {
      c.header('Cache-Control', 'public, max-age=300');
      c.header('X-Content-Type-Options', 'nosniff');
      return c.body(await readFile(new URL(file, FOLDER)), 200, { 'content-type': type });
    });
  }
}

/** The page's language: asked for, else the first of the browser's that we have. */
function languageOf(c: AppContext): Language {
  const wished = [c.req.query('lang') ?? '', ...(c.req.header('accept-language') ?? '').split(',')];
  const names = wished.map((each) => each.trim().slice(0, 2).toLowerCase());
  const found = names.find((name): name is Language => Object.hasOwn(verifierTexts, name));
  return found ?? 'en';
}

function renderVerifier(
  c: AppContext,
  { basePath: base }: ServerContext,
  language: Language,
): ReturnType<typeof html> {
  const text: VerifierTexts = verifierTexts[language];
  const query = (name: string): string => c.req.query(name)?.slice(0, 100) ?? '';
  return html`${raw('<!doctype html>')}
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title>
<link rel="stylesheet" href="${base}/rewards/verify.css">
<script type="module" src="${base}/rewards/verify.js"></script>
</head>
<body>
<main>
<h1>${text.title}</h1>
<p>${text.lead}</p>
<form id="verify" data-pools="${base}/v1/pools/" data-texts="${JSON.stringify(text)}">
<label>${text.pool}<input name="pool" required maxlength="100" value="${query('pool')}"></label>
<label>${text.version}<select name="version" data-wanted="${query('version')}"></select></label>
<label>${text.play}<input name="play" required maxlength="100" autocomplete="off" spellcheck="false" aria-describedby="hint" value="${query('play')}"></label>
<p id="hint">${text.playHint} ${text.how}</p>
<button type="submit">${text.submit}</button>
</form>
<dl id="result" role="status"></dl>
</main>
</body>
</html>`;
}
