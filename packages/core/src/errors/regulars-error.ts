/** A mistake of the programmer, thrown when something is created; never after that. */
export class RegularsError extends Error {
  override readonly name = 'RegularsError';
  /** Kebab-case code. */
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    options: { readonly details?: Readonly<Record<string, unknown>>; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}
