import * as z from 'zod/mini';
import { condition } from '../condition.ts';
import { guidanceActions } from './guidance-action.ts';

const key = z.string().check(z.minLength(1));
const selector = z.string().check(z.minLength(1), z.maxLength(1000));
const selectors = z.union([selector, z.array(selector).check(z.minLength(1), z.maxLength(10))]);
const stepId = z.string().check(z.minLength(1), z.maxLength(100));
const waitMs = z.int().check(z.gte(0), z.lte(60000));
const address = z.string().check(z.minLength(1), z.maxLength(2000));

/** CSS selectors in order; the first visible match counts. `a >>> b` steps into open shadow roots and frames of the same origin. */
const target = z.union([
  selectors,
  z.strictObject({
    select: selectors,
    /** Words that the element's own text must hold: a key of the content, or the words themselves. */
    text: z.optional(key),
  }),
]);

/** Picture or film with its box reserved by width and height. */
const media = z.strictObject({
  type: z.enum(['image', 'video']),
  src: address,
  width: z.int().check(z.gte(1), z.lte(8000)),
  height: z.int().check(z.gte(1), z.lte(8000)),
  /** Key of the text that stands for it; none: it is decoration. */
  alt: z.optional(key),
  /** Key of the words under it. */
  caption: z.optional(key),
  /** Picture before the film starts. */
  poster: z.optional(address),
  /** WebVTT captions of a film. */
  tracks: z.optional(z.array(z.strictObject({ src: address, lang: key, label: key })).check(z.maxLength(10))),
});

/** What a button of a step does: what those of every guide do, and what moves or records a tour. */
export const stepAction = z.discriminatedUnion('type', [
  ...guidanceActions,
  z.strictObject({ type: z.enum(['next', 'back', 'complete']) }),
  z.strictObject({ type: z.literal('go'), step: stepId }),
  z.strictObject({ type: z.literal('snooze'), minutes: z.int().check(z.gte(1), z.lte(43200)) }),
  z.strictObject({ type: z.literal('emit'), label: z.string().check(z.minLength(1), z.maxLength(200)) }),
]);

const button = z.strictObject({
  /** Key of its words. */
  label: key,
  /** Default: go on. */
  action: z.optional(stepAction),
  /** What the visitor says by pressing it; conditions read it as `tour.answers.<step id>`. */
  answer: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
});

/** What the visitor really does that moves the tour on by itself. */
const act = z.union([
  key,
  z.strictObject({ event: key, page: z.optional(z.string()) }),
  z.strictObject({ waitMs: z.int().check(z.gte(100), z.lte(600000)) }),
  z.strictObject({ appears: selector }),
  z.strictObject({ disappears: selector }),
  z.strictObject({ clicks: selector }),
  z.strictObject({ valid: selector }),
]);

const branch = z.strictObject({
  /** Left out: always. Reads audience facts and `tour.answers.<step id>`. */
  when: z.optional(condition),
  /** Id of a step, or `end`. */
  go: stepId,
});

const onPhone = z.strictObject({
  target: z.optional(target),
  title: z.optional(key),
  body: z.optional(key),
  placement: z.optional(z.enum(['top', 'bottom', 'start', 'end', 'auto'])),
  media: z.optional(media),
});

const step = z.strictObject({
  /** Stable name of the step; resume and reports use it. */
  id: stepId,
  /** None: a centred card. */
  target: z.optional(target),
  /** Path pattern (glob) on which the step may show; none: any page. */
  page: z.optional(z.string()),
  /** Keys into the campaign's content. */
  title: z.optional(z.string()),
  body: z.string(),
  placement: z.optional(z.enum(['top', 'bottom', 'start', 'end', 'auto'])),
  media: z.optional(media),
  /** Instead of "next" or "done"; the last one is the strong one. */
  buttons: z.optional(z.array(button).check(z.minLength(1), z.maxLength(4))),
  /** Goes on by itself on any of these; a text is a journey event. */
  advanceOn: z.optional(z.union([act, z.array(act).check(z.minLength(1), z.maxLength(8))])),
  /** Where it goes on to; the first branch that holds. Default: the next step. */
  next: z.optional(z.union([stepId, z.array(branch).check(z.minLength(1), z.maxLength(10))])),
  /** Visitors who get the step; the others go past it. */
  audience: z.optional(condition),
  /** Devices that get the step (default both). */
  device: z.optional(z.enum(['phone', 'desktop'])),
  /** What is different on phones. */
  phone: z.optional(onPhone),
  /** Name of a slot shown inside the step: a list, a wallet or a game placed there by another campaign. */
  slot: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  /** Block the page behind this step; default: as the tour says. */
  modal: z.optional(z.boolean()),
  /** Scroll the target into reach (default `true`). */
  scroll: z.optional(z.boolean()),
  /** When no target is visible in time: `skip` (default), `center` the card, `dock` it at the edge, `end` the tour. */
  onMissing: z.optional(z.enum(['skip', 'center', 'dock', 'end'])),
  /** Wait for the target, ms. */
  waitMs: z.optional(waitMs),
});

export const tourWidget = z.strictObject({
  type: z.literal('tour'),
  props: z.strictObject({
    /** Rises when the steps change so much that a stored position means nothing. */
    version: z.optional(z.int()),
    /** Block the page behind every step (default `false`). */
    modal: z.optional(z.boolean()),
    /** Hours after the last step at which an unfinished tour is over (default 24). */
    expiresHours: z.optional(z.int().check(z.gte(1), z.lte(720))),
    steps: z.array(step).check(z.minLength(1), z.maxLength(30)),
  }),
});

export type TourWidget = z.output<typeof tourWidget>;
export type TourStep = z.output<typeof step>;
export type TourAction = z.output<typeof stepAction>;
export type TourMedia = z.output<typeof media>;
