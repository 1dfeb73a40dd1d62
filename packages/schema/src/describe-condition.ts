import type { Condition, Scalar, Where } from './condition.ts';
import { attributePhrase } from './describe/attribute-phrase.ts';
import { type Phrases, phrases } from './describe/phrases-table.ts';
import type { Money } from './money.ts';

interface Speech {
  readonly words: Phrases;
  readonly lang: string;
}

/**
 * Says a condition as one plain sentence in English, Bulgarian, Polish or Russian (`bg-BG` reads `bg`, others English).
 * Attributes and events without a phrase stand by their name. Never throws for a condition that parses.
 */
export function describeCondition(condition: Condition | undefined, locale = 'en'): string {
  const base = locale.toLowerCase().split(/[-_]/)[0] ?? 'en';
  const lang = Object.hasOwn(phrases, base) ? base : 'en';
  const words = phrases[lang];
  if (!words) return '';
  return condition === undefined ? words.everybody : say(condition, { words, lang }, 'top');
}

/** Groups inside another kind of group stand in brackets. */
function say(node: Condition, speech: Speech, inside: 'top' | 'all' | 'any' | 'not'): string {
  const { words } = speech;
  if ('all' in node) return join(node.all, 'all', speech, inside);
  if ('any' in node) return join(node.any, 'any', speech, inside);
  if ('not' in node) return fill(words.not, { c: say(node.not, speech, 'not') });
  if ('use' in node) return fill(words.audience, { v: node.use });
  if ('did' in node) return sayBehaviour(node, speech);
  const name = attributePhrase(node.attr, speech.lang);
  if (node.op === 'exists')
    return fill(node.value === false ? words.missing : words.operators.exists, { a: name });
  return fill(words.operators[node.op], { a: name, v: sayValue(node, speech) });
}

function join(
  nodes: readonly Condition[],
  kind: 'all' | 'any',
  speech: Speech,
  inside: 'top' | 'all' | 'any' | 'not',
): string {
  const text = nodes
    .map((one) => say(one, speech, kind))
    .join(` ${kind === 'all' ? speech.words.and : speech.words.or} `);
  return nodes.length > 1 && inside !== 'top' && inside !== kind ? `(${text})` : text;
}

function sayBehaviour(node: Extract<Condition, { readonly did: string }>, speech: Speech): string {
  const { words } = speech;
  const e = phraseOf(words.events, node.did) + sayAbout(node.where, words);
  const { eq, gte, lte } = node.count ?? {};
  const times = (n: number): string => plural(words.times, n, speech);
  const within = node.withinDays === undefined ? '' : ` ${plural(words.withinDays, node.withinDays, speech)}`;
  const pattern = (): string => {
    if (eq === 0 || lte === 0) return fill(words.neverDid, { e });
    if (eq !== undefined) return fill(words.didExactly, { e, n: times(eq) });
    if (gte !== undefined && lte !== undefined)
      return fill(words.didBetween, { e, m: String(gte), n: times(lte) });
    if (gte !== undefined && gte > 1) return fill(words.didAtLeast, { e, n: times(gte) });
    if (lte !== undefined) return fill(words.didAtMost, { e, n: times(lte) });
    return fill(words.did, { e });
  };
  return pattern() + within;
}

/** What it was about, with a space before. */
function sayAbout(where: Where | undefined, words: Phrases): string {
  return Object.entries(where ?? {})
    .filter(([kind]) => Object.hasOwn(words.about, kind))
    .map(
      ([kind, name]) =>
        ` ${fill(words.about[kind as keyof Phrases['about']], { v: fill(words.quote, { v: name }) })}`,
    )
    .join('');
}

function plural(forms: Readonly<Record<string, string>>, n: number, { lang }: Speech): string {
  return fill(forms[new Intl.PluralRules(lang).select(n)] ?? forms.other ?? '', {
    n: n.toLocaleString(lang),
  });
}

const phraseOf = (table: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(table, name) ? (table[name] ?? name) : name;

function sayValue(node: Extract<Condition, { readonly attr: string }>, speech: Speech): string {
  const { words, lang } = speech;
  const one = (value: Scalar): string => {
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return value.toLocaleString(lang);
    return typeof value === 'string' ? fill(words.quote, { v: value }) : sayMoney(value, lang);
  };
  if (!isList(node.value)) return node.value === undefined ? '' : one(node.value);
  return node.value.map(one).join(node.op === 'between' ? ` ${words.and} ` : ', ');
}

const isList = (value: Scalar | readonly Scalar[] | undefined): value is readonly Scalar[] =>
  Array.isArray(value);

/** Minor units by the currency's own exponent: 2000 EUR is 20.00, 2000 JPY is 2,000. */
function sayMoney({ value, currency }: Money, lang: string): string {
  const format = new Intl.NumberFormat(lang, { style: 'currency', currency });
  return format.format(value / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

const fill = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w)\}/g, (tag, name: string) => values[name] ?? tag);
