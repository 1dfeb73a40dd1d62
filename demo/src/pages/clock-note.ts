import { localPath } from '../catalog/locales.ts';
import { fill, formatDate } from '../web/format.ts';
import { html, type SafeHtml } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';

function dayButton(page: PageContext, day: 'next' | 'real', words: string): SafeHtml {
  return html`<form method="post" action="${localPath(page.locale, '/demo/day')}"><input type="hidden" name="day" value="${day}"><button class="button quiet-button">${words}</button></form>`;
}

/** Lets days pass in a demo, so that a streak can be seen to grow; nothing where the clock is real. */
export function clockNote(page: PageContext): SafeHtml | null {
  const { ahead, locale, now, text } = page;
  if (ahead === undefined) return null;
  const back = ahead === 0 ? null : dayButton(page, 'real', text.dayReal);
  return html`<section class="clock-note" aria-labelledby="clock-title"><div><h2 id="clock-title">${fill(text.dayIs, { date: formatDate(now, locale) })}</h2><p class="quiet">${text.dayNote}</p></div><div class="clock-buttons">${dayButton(page, 'next', text.dayNext)}${back}</div></section>`;
}
