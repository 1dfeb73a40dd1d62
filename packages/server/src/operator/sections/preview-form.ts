import type { CampaignDocument } from '@regulars/schema';
import { html } from 'hono/html';
import type { Html } from '../format.ts';
import { messages } from '../messages.ts';

const TEXT = messages.previews;

const options = (entries: readonly (readonly [value: string, label: string])[]): Html =>
  html`${entries.map(([value, label]) => html`<option value="${value}">${label}</option>`)}`;

/** Pickers of a preview link for the campaigns of a document: the draft that waits, else what is live. */
export function previewForm(source: CampaignDocument, basePath: string): Html {
  const { campaigns } = source;
  if (campaigns.length === 0) return html`<p class="empty">${TEXT.noCampaign}</p>`;
  const unique = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();
  const locales = unique(campaigns.flatMap(({ content }) => Object.keys(content ?? {})));
  const variants = unique(
    campaigns.flatMap(({ experiment }) => experiment?.variants ?? []).map(({ id }) => id),
  );
  const same = (all: readonly string[]): readonly (readonly [string, string])[] =>
    all.map((one) => [one, one] as const);
  const prizes = [1, 2, 3, 4, 5].map((at) => [String(at), TEXT.prize(at + 1)] as const);
  return html`<p>${TEXT.lead}</p>
    <form class="row" method="post" action="${basePath}/operator/api/previews">
      <label>${TEXT.campaign}<select name="campaignId">${options(campaigns.map(({ id, name }) => [id, name ?? id] as const))}</select></label>
      <label>${TEXT.page}<input name="page" value="/" maxlength="400"></label>
      <label>${TEXT.persona}<select name="persona">${options(Object.entries(TEXT.personas))}</select></label>
      <label>${TEXT.date}<input type="datetime-local" name="at" aria-describedby="preview-zone"></label>
      <label>${TEXT.locale}<select name="locale">${options([['', TEXT.anyLocale], ...same(locales)])}</select></label>
      <label>${TEXT.consent}<select name="consent">${options(Object.entries(TEXT.consents))}</select></label>
      <label>${TEXT.variant}<select name="variant">${options([['', TEXT.anyVariant], ['holdout', TEXT.holdout], ...same(variants)])}</select></label>
      <label>${TEXT.outcome}<select name="outcome">${options([...Object.entries(TEXT.outcomes), ...prizes])}</select></label>
      <button type="submit">${TEXT.make}</button>
    </form>
    <p id="preview-zone"><small>${TEXT.utc}</small></p>`;
}
