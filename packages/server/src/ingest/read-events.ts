import { eventEnvelope, eventProps, type JourneyEvent } from '@regulars/schema';
import { cleanText } from './clean-text.ts';

/** An event that was not stored, and why: `invalid`, `invalid:<path>`, `too-old` or `too-large`. */
export interface Rejection {
  readonly id: string;
  readonly reason: string;
}

/** An event ready to be stored. */
export interface AcceptedEvent {
  readonly event: JourneyEvent;
  /** Time on the server's clock, epoch ms; never later than its arrival. */
  readonly t: number;
}

/** Oldest event that is taken: journeys wait at most 7 days on a device, the rest is a broken clock. */
const OLDEST_MS = 90 * 86_400_000;
/** Devices whose clock is nearer than this are believed; less is transit time, which must not be corrected away. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
const EVENT_MAX_CHARS = 64_000;

/** Checks the events of a batch one by one: a bad one is rejected alone. Unknown keys are dropped. Pure; never throws. */
export function readEvents(
  events: readonly unknown[],
  clock: { readonly sentAt: number; readonly receivedAt: number },
): { readonly accepted: readonly AcceptedEvent[]; readonly rejected: readonly Rejection[] } {
  const skewMs = clock.receivedAt - clock.sentAt;
  const offsetMs = Math.abs(skewMs) > CLOCK_TOLERANCE_MS ? skewMs : 0;
  const accepted: AcceptedEvent[] = [];
  const rejected: Rejection[] = [];
  for (const raw of events) {
    const answer = readEvent(raw);
    if (typeof answer === 'string') {
      // Both hold what the sender wrote: a character that PostgreSQL refuses would stop the whole batch, for ever.
      rejected.push(cleanText({ id: idOf(raw), reason: answer }));
      continue;
    }
    const t = Math.round(Math.min(answer.t + offsetMs, clock.receivedAt));
    if (t < clock.receivedAt - OLDEST_MS) rejected.push({ id: answer.id, reason: 'too-old' });
    else accepted.push({ event: answer, t });
  }
  return { accepted, rejected };
}

function readEvent(raw: unknown): JourneyEvent | string {
  const envelope = eventEnvelope.safeParse(raw);
  if (!envelope.success) return invalid(envelope.error);
  const props = eventProps[envelope.data.name].safeParse(envelope.data.props);
  if (!props.success) return `invalid:props.${firstPath(props.error)}`;
  if (JSON.stringify(props.data).length > EVENT_MAX_CHARS) return 'too-large';
  return cleanText({
    ...envelope.data,
    id: envelope.data.id.toLowerCase(),
    props: props.data,
  }) as JourneyEvent;
}

function invalid(error: Parameters<typeof firstPath>[0]): string {
  const path = firstPath(error);
  return path === '' ? 'invalid' : `invalid:${path}`;
}

/** Dotted path of the first problem, for reasons and answers. */
export function firstPath(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
}): string {
  return error.issues[0]?.path.map(String).join('.').slice(0, 100) ?? '';
}

function idOf(raw: unknown): string {
  const id = raw !== null && typeof raw === 'object' && 'id' in raw ? raw.id : undefined;
  return typeof id === 'string' ? id.slice(0, 64) : '';
}
