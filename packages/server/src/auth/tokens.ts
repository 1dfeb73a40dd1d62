import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { ServerContext } from '../context.ts';

/** What a token of ours is for; a token for one purpose is worth nothing for another. */
export type TokenPurpose =
  | 'visitor'
  | 'visitor-ref'
  | 'tool'
  | 'award'
  | 'early-access'
  | 'feed'
  | `campaign:${string}`;

/** A token that verified. */
export interface VerifiedToken {
  readonly subject: string;
  readonly id: string | undefined;
  /** Epoch ms. */
  readonly expiresAt: number;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Why a token is worth nothing. */
export type TokenRefusal =
  /** Broken, made for something else, or its signature is not ours. */
  | 'token-invalid'
  | 'token-expired'
  /** It says that it is not signed, or not as we sign. */
  | 'token-unsigned'
  /** Signed with another key. */
  | 'token-key-unknown';

/** A token's content, or why it is worth nothing. */
export type TokenAnswer =
  | { readonly ok: true; readonly token: VerifiedToken }
  | { readonly ok: false; readonly reason: TokenRefusal };

/** What to sign. */
export interface TokenRequest {
  readonly purpose: TokenPurpose;
  readonly subject: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  readonly id?: string | undefined;
  readonly claims?: Readonly<Record<string, unknown>> | undefined;
}

type Keys = Pick<ServerContext, 'tokenKey' | 'now'>;

/** Signs a token (JWT, HS256). */
export async function signToken(context: Keys, request: TokenRequest): Promise<string> {
  const { id, key, remember } = context.tokenKey;
  const jwt = new SignJWT({ ...request.claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: id })
    .setSubject(request.subject)
    .setAudience(request.purpose)
    .setIssuedAt(Math.floor(context.now() / 1000))
    .setExpirationTime(Math.floor(request.expiresAt / 1000));
  if (request.id !== undefined) jwt.setJti(request.id);
  const token = await jwt.sign(await key);
  // It comes back soon: with the visitor's next act, or with the claim of a prize.
  remember(token, decodeJwt(token));
  return token;
}

/**
 * Verifies signature, purpose and end of a token. Only HS256 is taken, `none` never. Never throws. A signature that was
 * proved lately is not computed again; purpose and end are judged each time.
 */
export async function verifyToken(context: Keys, token: string, purpose: TokenPurpose): Promise<TokenAnswer> {
  const { id, key, known, remember } = context.tokenKey;
  const proved = known(token);
  if (proved) return judge(proved, purpose, context.now());
  try {
    const { kid } = decodeProtectedHeader(token);
    if (kid !== undefined && kid !== id) return { ok: false, reason: 'token-key-unknown' };
    const { payload } = await jwtVerify(token, await key, {
      algorithms: ['HS256'],
      audience: purpose,
      currentDate: new Date(context.now()),
      requiredClaims: ['sub', 'exp'],
    });
    remember(token, payload);
    return judge(payload, purpose, context.now());
  } catch (error) {
    return { ok: false, reason: refusalOf(error) };
  }
}

/** Purpose, then end, as `jwtVerify` does: a token is over in the second that it names. */
function judge(payload: JWTPayload, purpose: TokenPurpose, now: number): TokenAnswer {
  const { sub = '', jti, exp = 0, ...claims } = payload;
  if (claims.aud !== purpose) return { ok: false, reason: 'token-invalid' };
  if (exp <= Math.floor(now / 1000)) return { ok: false, reason: 'token-expired' };
  return { ok: true, token: { subject: sub, id: jti, expiresAt: exp * 1000, claims } };
}

function refusalOf(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return 'token-expired';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'token-unsigned';
  return 'token-invalid';
}
