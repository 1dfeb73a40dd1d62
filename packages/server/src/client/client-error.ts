/** What the server refused, or that it did not answer. */
export class RegularsClientError extends Error {
  override readonly name = 'RegularsClientError';
  /** The server's reason (`not-found`, `limit-reached` …), or `unavailable` without an answer. */
  readonly reason: string;
  /** HTTP status; 0: no answer. */
  readonly status: number;

  constructor(
    reason: string,
    details: { readonly status: number; readonly what: string; readonly cause?: unknown },
  ) {
    const { status, what, cause } = details;
    const said = status === 0 ? 'got no answer' : `was refused with ${reason} (${status})`;
    super(`${what} ${said}.`, { cause });
    this.reason = reason;
    this.status = status;
  }
}
