import { html, type TemplateResult } from 'lit';

/** A medal with the first letter of its badge; its colour comes from the class of the item. */
export function medal(name: string): TemplateResult {
  const letter = [...name.trim()][0]?.toLocaleUpperCase() ?? '';
  return html`<svg class="medal" viewBox="0 0 64 72" aria-hidden="true"><path class="ribbon" d="M18 40 12 70l20-9 20 9-6-30Z" /><circle class="rim" cx="32" cy="28" r="27" /><circle class="face" cx="32" cy="28" r="20" /><text x="32" y="29">${letter}</text></svg>`;
}
