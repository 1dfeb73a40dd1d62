import { html } from 'hono/html';
import { formatCount, type Html } from '../format.ts';
import { messages } from '../messages.ts';

const HOUR_MS = 3_600_000;
const HOURS = 24;
const HEIGHT = 80;

/** Bars of the events of the last 24 hours, with the same figures as text. */
export function activityChart(
  hours: readonly { readonly hour: number; readonly events: number }[],
  now: number,
  zone: string,
): Html {
  const first = (Math.floor(now / HOUR_MS) - HOURS + 1) * HOUR_MS;
  const bars = Array.from({ length: HOURS }, (_, index) => {
    const at = first + index * HOUR_MS;
    return { at, events: hours.find((each) => Number(each.hour) === at)?.events ?? 0 };
  });
  const most = Math.max(1, ...bars.map((bar) => bar.events));
  const clock = (at: number): string =>
    new Date(at).toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return html`<h2>${messages.words.eventsByHour}</h2>
    <figure class="chart"><svg viewBox="0 0 ${HOURS * 20} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${messages.words.eventsByHour}: ${messages.atMostAnHour(formatCount(most, 'event'))}">
      ${bars.map(({ at, events }, index) => {
        const height = events === 0 ? 1 : Math.max(3, Math.round((events / most) * HEIGHT));
        return html`<rect x="${index * 20 + 2}" y="${HEIGHT - height}" width="16" height="${height}" rx="2"><title>${clock(at)}: ${formatCount(events, 'event')}</title></rect>`;
      })}
    </svg><figcaption><span>${clock(first)}</span><span>${messages.atMostAnHour(formatCount(most, 'event'))}</span><span>${clock(now)}</span></figcaption></figure>`;
}
