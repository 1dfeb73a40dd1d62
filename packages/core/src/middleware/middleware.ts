import type { EventName } from '@regulars/schema';

/** An event before it is stamped. */
export interface Draft {
  readonly name: EventName;
  readonly props: object;
  /** Where it happened. */
  readonly page?: PageWords | undefined;
}

/** What an event says of its page. */
export interface PageWords {
  readonly url: string;
  readonly title?: string | undefined;
}

/**
 * Enriches, redacts or drops an event before anything of it is kept: returns the draft with props and page to record, or `null`
 * to drop it. The name stays. One that throws drops the event, which is reported: half a redaction is none.
 */
export type Middleware = (draft: Draft) => Draft | null;

/** What the core asks: the props to record, `undefined` drops the event; the page is changed in place. */
export type Change = (name: EventName, props: object, page?: PageWords) => object | undefined;

/** Puts middleware in a row, for `createCore({ middleware })`. */
export function chain(row: readonly Middleware[]): Change {
  return (name, props, page) => {
    const made = row.reduce<Draft | null>((draft, change) => draft && change(draft), { name, props, page });
    if (page) Object.assign(page, made?.page);
    return made?.props;
  };
}
