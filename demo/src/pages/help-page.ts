import { localPath } from '../catalog/locales.ts';
import { fill } from '../web/format.ts';
import { html } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import { deliveryWords } from './cart-parts.ts';
import type { Page } from './layout.ts';

/** Short answers. */
export function helpPage(page: PageContext): Page {
  const { text } = page;
  const rules = html`<p><a href="${localPath(page.locale, '/rules/thank-you')}">${text.helpRules}</a></p>`;
  const answers = [
    [text.helpDelivery, fill(text.helpDeliveryText, deliveryWords(page)), null],
    [text.helpReturns, text.helpReturnsText, null],
    [text.helpPoints, text.helpPointsText, null],
    [text.helpPrizes, text.helpPrizesText, rules],
    [text.helpPrivacy, text.helpPrivacyText, null],
    [text.helpPlants, text.helpPlantsText, null],
  ] as const;
  const items = answers.map(
    ([question, answer, more]) =>
      html`<section class="answer"><h2>${question}</h2><p>${answer}</p>${more}</section>`,
  );
  const main = html`<div class="page narrow"><div class="page-head"><h1>${text.helpTitle}</h1><p>${text.helpLead}</p><p><button type="button" class="button js-guide">${text.helpGuide}</button></p></div><div class="answers">${items}</div><regulars-slot name="help-privacy" class="slot-privacy"></regulars-slot></div>`;
  return { type: 'help', title: text.helpTitle, description: text.helpLead, main };
}
