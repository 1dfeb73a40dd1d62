import type { TextRow } from './text-rows.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const toXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&${Object.keys(named).find((name) => named[name] === sign)};`);
const fromXml = (text: string): string =>
  text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, raw: string) => toXml(raw))
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) =>
      name.startsWith('#')
        ? String.fromCodePoint(Number(name.slice(1).replace(/^x/i, '0x')))
        : (named[name] ?? whole),
    );

const states = { new: 'initial', stale: 'initial', same: 'translated' } as const;

/** Rows of one language as XLIFF 2.0; what is stale says so in a note. Units are grouped by campaign. */
export function writeXliff(rows: readonly TextRow[], from: string, to: string): string {
  const units = rows.map(({ campaign, key, form, source, target, state }) => {
    const id = [campaign, key, form].map((one) => encodeURIComponent(one).replaceAll("'", '%27')).join('/');
    const note =
      state === 'stale' ? `\n      <notes><note>stale: the source has changed since</note></notes>` : '';
    const text = target ? `\n        <target xml:space="preserve">${toXml(target)}</target>` : '';
    return `    <unit id="${toXml(id)}">${note}
      <segment state="${states[state]}">
        <source xml:space="preserve">${toXml(source)}</source>${text}
      </segment>
    </unit>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="${toXml(from)}" trgLang="${toXml(to)}">
  <file id="campaigns">
${units.join('\n')}
  </file>
</xliff>
`;
}

/** Translations of an XLIFF 2.0 file that `writeXliff` made and a translator filled. Throws when it is none. */
export function readXliff(
  text: string,
): readonly Pick<TextRow, 'campaign' | 'key' | 'form' | 'locale' | 'target'>[] {
  const locale = /<xliff\b[^>]*\btrgLang=["']([^"']+)["']/.exec(text)?.[1];
  if (!locale) throw new Error('This is no XLIFF 2 file with a target language (trgLang).');
  const units = text.matchAll(/<unit\b[^>]*\bid=["']([^"']*)["'][^>]*>([\s\S]*?)<\/unit>/g);
  return [...units].map(([, id = '', body = '']) => {
    const [campaign = '', key = '', form = ''] = fromXml(id).split('/').map(decodeURIComponent);
    const target = /<target\b[^>]*>([\s\S]*?)<\/target>/.exec(body)?.[1] ?? '';
    return { campaign, key, form, locale: fromXml(locale), target: fromXml(target) };
  });
}
