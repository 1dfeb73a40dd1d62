import { eventEnvelope, eventProps, type JourneyEvent } from '@regulars/schema';

/** Checks events one by one, as the real server does. Pure. */
export function readMockEvents(raw: readonly unknown[]): {
  readonly events: readonly JourneyEvent[];
  readonly rejected: readonly { readonly id: string; readonly reason: string }[];
} {
  const events: JourneyEvent[] = [];
  const rejected: { id: string; reason: string }[] = [];
  for (const each of raw) {
    const envelope = eventEnvelope.safeParse(each);
    const props = envelope.success ? eventProps[envelope.data.name].safeParse(envelope.data.props) : envelope;
    if (envelope.success && props.success) {
      events.push({ ...envelope.data, props: props.data } as JourneyEvent);
    } else rejected.push({ id: idOf(each), reason: 'invalid' });
  }
  return { events, rejected };
}

function idOf(raw: unknown): string {
  const id = raw !== null && typeof raw === 'object' && 'id' in raw ? raw.id : undefined;
  return typeof id === 'string' ? id : '';
}
