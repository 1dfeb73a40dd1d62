import type { EventName } from '@regulars/schema';

/** An event as `cloudEventsAdapter` sends it. */
export interface RelayedEvent {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly subject: string;
  readonly partitionkey: string;
  readonly data: {
    readonly page: { readonly url: string; readonly title?: string };
    readonly props: Readonly<Record<string, unknown>>;
  };
}

/** One backend behind the relay. */
export interface Backend {
  readonly name: string;
  /** Events that one request may carry. */
  readonly maxEvents: number;
  /** The request of some events; `null`: none of them is for this backend. */
  readonly request: (
    events: readonly RelayedEvent[],
  ) => { readonly url: string; readonly headers: Record<string, string>; readonly body: string } | null;
}

/** Our name of an event. */
export const nameOf = ({ type }: RelayedEvent): EventName =>
  type.replace(/^com\.regulars\./, '') as EventName;

/** The name by which a backend knows the event: a custom one by its label. */
export const labelOf = (event: RelayedEvent): string => String(event.data.props.label ?? nameOf(event));

/** Texts, numbers and yes or no of an event, also those that the shop gave a custom event. */
export function plainProps({ data }: RelayedEvent): Record<string, string | number> {
  const { values, label: _known, ...props } = data.props;
  const plain: Record<string, string | number> = {};
  for (const [key, value] of Object.entries({ ...props, ...Object(values) }))
    if (typeof value === 'number') plain[key] = value;
    else if (typeof value === 'string' || typeof value === 'boolean') plain[key] = String(value);
  return plain;
}
