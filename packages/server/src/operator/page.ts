import { html, raw } from 'hono/html';
import { hasRole, type Operator } from './account.ts';
import type { Html } from './format.ts';
import { messages } from './messages.ts';
import type { Section } from './section.ts';

const STYLES = ['tokens.css', 'frame.css', 'content.css', 'timeline.css', 'controls.css'];

/** What the frame needs to know. */
export interface Frame {
  readonly base: string;
  readonly title: string;
  readonly content: Html;
  readonly operator?: Operator | undefined;
  readonly sections?: readonly Section[];
  readonly current?: Section | undefined;
  /** Moment of the live bus before the content was read; none: the page does not follow. */
  readonly moment?: string | undefined;
  /** Go there at once (relative to the server's root). */
  readonly forwardTo?: string | undefined;
}

/** The frame of every operator page: menu, live state, content. */
export function renderPage(frame: Frame): Html {
  const { base, title, content, operator, current } = frame;
  return html`${raw('<!doctype html>')}
<html lang="en" data-live="${operator ? `${base}/operator/api/live` : ''}" data-moment="${frame.moment ?? ''}" data-topics="${current?.topics.join(' ') ?? ''}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${frame.forwardTo ? html`<meta http-equiv="refresh" content="0; url=${frame.forwardTo}">` : ''}
<title>${title} · ${messages.product}</title>
<link rel="icon" href="${base}/assets/operator.svg">
${STYLES.map((file) => html`<link rel="stylesheet" href="${base}/assets/${file}">`)}
<script type="module" src="${base}/assets/operator.js"></script>
</head>
<body>
<a class="skip" href="#content">${messages.skip}</a>
<header class="bar">
  <a class="brand" href="${base}/operator/"><img src="${base}/assets/operator.svg" alt="" width="24" height="24">${messages.product}<span>${messages.area}</span></a>
  ${operator ? whoBar(base, operator) : ''}
</header>
${operator ? menu(frame, operator) : ''}
<main id="content" tabindex="-1"><h1>${title}</h1>${content}</main>
</body>
</html>`;
}

function whoBar(base: string, operator: Operator): Html {
  return html`<p class="live" id="live" role="status" data-on="${messages.live}" data-off="${messages.liveOff}" data-failed="${messages.refreshFailed}"></p>
  <form class="who" method="post" action="${base}/operator/api/sign-out">
    <span><span class="visually-hidden">${messages.signedInAs} </span>${operator.name} <small>${messages.roles[operator.role]}</small></span>
    <button type="submit">${messages.signOut}</button>
  </form>`;
}

function menu({ base, sections = [], current }: Frame, operator: Operator): Html {
  const visible = sections.filter((each) => each.listed && hasRole(operator, each.role));
  return html`<nav aria-label="${messages.area}"><ul>${visible.map((each) => {
    const here =
      each === current ||
      ((current?.id === 'document' || current?.id === 'edit') && each.id === 'documents') ||
      (current?.id === 'journey' && each.id === 'visitors') ||
      (current?.id === 'person' && each.id === 'people');
    return html`<li><a href="${base}/operator/${each.path}"${here ? html` aria-current="page"` : ''}>${messages.sections[each.id]}</a></li>`;
  })}</ul></nav>`;
}

/** The sign-in page; it is what everybody without a session gets. */
export function renderSignIn(base: string, problem?: string): Html {
  const text = messages.signIn;
  return renderPage({
    base,
    title: text.title,
    content: html`<p>${text.lead}</p>
      ${problem ? html`<p class="notice bad" role="alert">${problem}</p>` : ''}
      <form class="stack" method="post" action="${base}/sign-in">
        <label>${text.name}<input name="name" autocomplete="username" required maxlength="100"></label>
        <label>${text.password}<input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
        <button type="submit" class="main">${text.submit}</button>
      </form>`,
  });
}
