/** Classes of utility frameworks: they say how something looks, and change with the next design. */
const utility =
  /^-?(?:[a-z]+:)*(?:p|m|w|h|gap|flex|grid|text|bg|font|border|rounded|shadow|items|justify|self|space|inset|top|left|right|bottom|z|col|row|d|min|max|opacity|leading|tracking|order|overflow|cursor|transition|duration|ease|block|inline|hidden|relative|absolute|fixed|sticky|static)(?:[trblxyse]{0,2}-.+|$)/;

/** Words that tell a state of the moment. */
const state =
  /^(?:is-|has-)?(?:active|open|opened|closed|selected|current|hover|focus|visible|hidden|loaded|loading|disabled|show|in|on)$/i;

/** Prefixes of component libraries and style compilers, with a number somewhere behind. */
const library =
  /^(?:radix|headlessui|mui|chakra|cdk|mat|css|sc|jsx|jss|svelte|astro|react|ext|yui|gwt)[-_:][\w:-]*\d/i;

/**
 * Whether a name was made by a program and may be another one tomorrow: counters, hashes of build tools, ids of
 * component libraries.
 */
export function isGenerated(name: string): boolean {
  if (/^[:«]|:r\w+:|^ember\d/.test(name) || library.test(name)) return true;
  if (/\d{4,}|[0-9a-f]{8}-[0-9a-f]{4}/i.test(name)) return true;
  if (/^[a-z]+\d+$/i.test(name) && /\d{2,}$/.test(name)) return true;
  // `Button_root__x7Kq2`, `header-3fa9c1`: a part that mixes letters and digits, or cases, without being a word.
  return name.split(/__|--|[-_]/).some((part) => part.length >= 5 && isHash(part));
}

function isHash(part: string): boolean {
  if (/^[a-z]+$|^[A-Z]?[a-z]+(?:[A-Z][a-z]+)*\d?$|^[A-Z]+$/.test(part)) return false;
  const digits = part.replace(/\D/g, '').length;
  const switches = part.match(/[a-z][A-Z]|[A-Z]{2,}[a-z]|[a-zA-Z]\d|\d[a-zA-Z]/g)?.length ?? 0;
  return (digits > 0 && switches >= 2) || switches >= 3;
}

/** Whether a class says what something is, rather than how it looks, what state it is in, or which build made it. */
export function isMeaningful(name: string): boolean {
  return name.length > 1 && !isGenerated(name) && !utility.test(name) && !state.test(name);
}
