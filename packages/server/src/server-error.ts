/** Why the server refuses to start. Kebab-case, stable over releases. */
export type ServerErrorCode =
  | 'folder-in-use'
  | 'unsafe-production'
  | 'pool-changed'
  | 'port-in-use'
  | 'bad-options';

/** A mistake of whoever starts the server: one sentence with the cure. */
export class ServerError extends Error {
  readonly code: ServerErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ServerErrorCode,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ServerError';
    this.code = code;
    this.details = details;
  }
}
