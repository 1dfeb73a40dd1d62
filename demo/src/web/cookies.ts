import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const common = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 30 * 86_400 } as const;

/** The shop's own two cookies: which cart, and who is signed in. Both appear only after an act of the visitor. */
export function readCookie(c: Context, name: 'shop-cart' | 'shop-session'): string | undefined {
  // A browser may send anything; the database takes no NUL in a text.
  return getCookie(c, name)?.replaceAll('\0', '');
}

/** Sets one of them; an empty value removes it. */
export function writeCookie(c: Context, name: 'shop-cart' | 'shop-session', value: string): void {
  setCookie(c, name, value, value === '' ? { ...common, maxAge: 0 } : common);
}
