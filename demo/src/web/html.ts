/** Markup that is safe to send: every value in it was escaped or made by `html`. */
export interface SafeHtml {
  readonly markup: string;
}

export type HtmlValue = string | number | SafeHtml | readonly HtmlValue[] | null | undefined | false;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function toMarkup(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map(toMarkup).join('');
}

/** Template tag for pages: escapes every value but what `html` itself made. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  return { markup: parts.reduce((all, part, i) => all + toMarkup(values[i - 1]) + part) };
}

/** A data block for scripts; not executed, so the content security policy allows it. */
export function dataBlock(type: string, className: string, value: unknown): SafeHtml {
  // `<` is the only sign that could end the block.
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return { markup: `<script type="${type}" class="${className}">${json}</script>` };
}
