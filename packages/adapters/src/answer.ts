/** An HTTP answer, read to its end; status 0: none came. */
export interface Answer {
  readonly status: number;
  readonly headers?: Headers;
  /** JSON of the answer; empty when it was none: then the status alone decides. */
  readonly body: {
    readonly type?: unknown;
    readonly ok?: unknown;
    readonly reason?: unknown;
    readonly rejected?: unknown;
    readonly retryAfterMs?: unknown;
    readonly visitorToken?: unknown;
    readonly quota_limited?: unknown;
    readonly errors?: unknown;
  };
}

/** The backend's word that this device speaks for the anonymous id, where it gave one. */
export const grantedBy = ({ visitorToken }: Answer['body']): { readonly visitorToken: string } | false =>
  typeof visitorToken === 'string' && { visitorToken };
