import type { Draft, Middleware } from './middleware.ts';

/** Fields in which visitors type, or shops put what they typed. Ids are left as they are: half of them are long numbers. */
const typed = /^(term|answer|label|values?|reason|filter|title|referrer)$/;
const email = /[\w.+-]+(@|%40)[\w-]+(\.[\w-]+)+/g;
const number = /\+?\d(?:[ ().-]{0,2}\d){8,18}/g;

/**
 * Takes e-mail addresses, card numbers (Luhn) and phone numbers out of what visitors typed and out of the page's title, and
 * e-mail addresses out of its address and the words of a campaign, before anything is kept.
 */
export function scrub(): Middleware {
  return ({ name, ...draft }) => ({ name, ...(clean(draft) as Omit<Draft, 'name'>) });
}

type Scrub = (text: string) => string;

/** For `url` and `utm`, in which numbers are article numbers and ids of campaigns. */
const scrubMail: Scrub = (text) => text.replace(email, '[email]');

function clean(value: unknown, scrubbing: Scrub = (text) => text): unknown {
  if (typeof value === 'string') return scrubbing(value);
  if (Array.isArray(value)) return value.map((one) => clean(one, scrubbing));
  return Object(value) !== value
    ? value
    : Object.fromEntries(
        Object.entries(value as object).map(([key, one]) => [
          key,
          clean(one, typed.test(key) ? scrubText : /^u/.test(key) ? scrubMail : scrubbing),
        ]),
      );
}

/** One text without what tells who wrote it. */
export function scrubText(text: string): string {
  return scrubMail(text).replace(number, (found) => {
    const digits = found.replace(/\D/g, '');
    if (digits.length > 12 && isCard(digits)) return '[card]';
    // A run of digits alone is an article number as often as a phone; nine to fifteen with a sign or a gap are a phone.
    return digits.length < 16 && /^[+0]|\D/.test(found) ? '[phone]' : found;
  });
}

/** Luhn's check digit. */
function isCard(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const weighed = Number(digit) * (1 + (at % 2));
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
