/** Code in the place of a value: a function, a name, a call. It is kept as it is written and never run. */
export class Code {
  readonly source: string;
  constructor(source: string) {
    this.source = source.trim();
  }
}

/** What a literal of a script holds. */
export type Literal =
  | string
  | number
  | boolean
  | null
  | Code
  | readonly Literal[]
  | { readonly [key: string]: Literal };
