import { createHash } from 'node:crypto';
import type { CryptoKey, JWTPayload } from 'jose';

/** Tokens remembered at once: some MB. */
const KNOWN_MAX = 5000;

/** The secret as a key, imported once, with a public name that tells nothing of it. */
export interface TokenKey {
  /** `kid` of our tokens. */
  readonly id: string;
  readonly key: Promise<CryptoKey>;
  /**
   * Content of a token whose signature this key made or proved; `undefined`: not seen lately. Purpose and end are not
   * judged here.
   */
  known(token: string): JWTPayload | undefined;
  /** Remembers such a token, the longest unused forgotten first. */
  remember(token: string, payload: JWTPayload): void;
}

/** Makes the key that signs our tokens. */
export function createTokenKey(secret: string): TokenKey {
  const bytes = new TextEncoder().encode(secret);
  const key = crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);
  // An empty secret rejects when a token is asked for, not as an unhandled rejection at start.
  key.catch(() => undefined);
  const seen = new Map<string, JWTPayload>();
  const remember: TokenKey['remember'] = (token, payload) => {
    seen.delete(token);
    seen.set(token, payload);
    if (seen.size > KNOWN_MAX) seen.delete(seen.keys().next().value ?? token);
  };
  return {
    remember,
    known(token) {
      const payload = seen.get(token);
      if (payload) remember(token, payload);
      return payload;
    },
    id: createHash('sha256').update(`kid:${secret}`).digest('base64url').slice(0, 8),
    key,
  };
}
