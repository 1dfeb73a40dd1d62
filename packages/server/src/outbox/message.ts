/** What the shop can be told of. */
export const messageTypes = [
  'points_earned',
  'points_expiring',
  'tier_changed',
  'prize_won',
  'prize_send_requested',
  'coupon_issued',
  'coupon_expiring',
  'consent_changed',
  'badge_earned',
  'quest_completed',
  'referral_rewarded',
] as const;
export type MessageType = (typeof messageTypes)[number];

/** Something that happened, for the shop's server. */
export interface Message {
  readonly type: MessageType;
  /** The cause; a second message of this type with the same key is not sent. */
  readonly key: string;
  readonly personId: string | null;
  /** Epoch ms. */
  readonly t: number;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Body of an outgoing webhook. `id` is the same on every try and replay: drop what you have seen. */
export interface WebhookBody {
  readonly v: 1;
  readonly id: string;
  readonly type: MessageType;
  /** Epoch ms. */
  readonly t: number;
  readonly person: {
    readonly personId: string;
    readonly customerId?: string | undefined;
  } | null;
  readonly content: Readonly<Record<string, unknown>>;
}

/** An address of the shop that is told. */
export interface WebhookEndpoint {
  /** Lasting name, for the log. */
  readonly id: string;
  readonly url: string;
  /** Signs what is sent there, as the shop signs its order webhooks. */
  readonly secret: string;
  /** What it wants to hear (default: everything). */
  readonly types?: readonly MessageType[] | undefined;
}
