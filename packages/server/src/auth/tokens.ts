import { errors, jwtVerify, SignJWT } from 'jose';
import type { ServerContext } from '../context.ts';

/** What a token of ours is for; a token for one purpose is worth nothing for another. */
export type TokenPurpose = 'visitor' | 'visitor-ref' | 'tool' | `campaign:${string}`;

/** A token that verified. */
export interface VerifiedToken {
  readonly subject: string;
  readonly id: string | undefined;
  /** Epoch ms. */
  readonly expiresAt: number;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** A token's content, or why it is worth nothing. */
export type TokenAnswer =
  | { readonly ok: true; readonly token: VerifiedToken }
  | { readonly ok: false; readonly reason: 'token-invalid' | 'token-expired' };

/** What to sign. */
export interface TokenRequest {
  readonly purpose: TokenPurpose;
  readonly subject: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  readonly id?: string | undefined;
  readonly claims?: Readonly<Record<string, unknown>> | undefined;
}

/** Signs a token (JWT, HS256). */
export async function signToken(context: ServerContext, request: TokenRequest): Promise<string> {
  const jwt = new SignJWT({ ...request.claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(request.subject)
    .setAudience(request.purpose)
    .setIssuedAt(Math.floor(context.now() / 1000))
    .setExpirationTime(Math.floor(request.expiresAt / 1000));
  if (request.id !== undefined) jwt.setJti(request.id);
  return jwt.sign(secretOf(context));
}

/** Verifies signature, purpose and end of a token. Only HS256 is taken, `none` never. Never throws. */
export async function verifyToken(
  context: ServerContext,
  token: string,
  purpose: TokenPurpose,
): Promise<TokenAnswer> {
  try {
    const { payload } = await jwtVerify(token, secretOf(context), {
      algorithms: ['HS256'],
      audience: purpose,
      currentDate: new Date(context.now()),
      requiredClaims: ['sub', 'exp'],
    });
    const { sub = '', jti, exp = 0, ...claims } = payload;
    return { ok: true, token: { subject: sub, id: jti, expiresAt: exp * 1000, claims } };
  } catch (error) {
    return { ok: false, reason: error instanceof errors.JWTExpired ? 'token-expired' : 'token-invalid' };
  }
}

function secretOf(context: ServerContext): Uint8Array {
  return new TextEncoder().encode(context.secrets.token);
}
