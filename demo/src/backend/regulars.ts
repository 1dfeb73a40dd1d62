import { createClient, type SpendInput } from '@regulars/server/client';
import type { Standing } from './members.ts';
import type { PlacedOrder } from './orders.ts';

/** What the shop's backend asks of Regulars, by the typed client. */
export interface Regulars {
  /** `undefined`: not known there, or it does not answer; the shop works without. Never throws. */
  standingOf(customerId: string): Promise<Standing | undefined>;
  /** Pays an order with points; `false`: refused, or no answer. Never throws. */
  pay(payment: SpendInput): Promise<boolean>;
  /** Gives points of an order that came to nothing back. Rejects when Regulars does not answer. */
  cancel(order: Pick<PlacedOrder, 'id' | 'customerId' | 'at'>): Promise<void>;
}

export interface RegularsOptions {
  readonly url: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly send: (request: Request) => Promise<Response>;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Opens the line to Regulars; nothing is sent yet. */
export function createRegulars({ send, ...options }: RegularsOptions): Regulars {
  const client = createClient({ ...options, fetch: send });
  return {
    async standingOf(customerId) {
      try {
        const { tier, points, entitlements } = await client.readPerson(`customer:${customerId}`);
        return { tier, points, doors: entitlements };
      } catch {
        return undefined; // A customer who has not come yet, or no line: prices are those of everybody.
      }
    },
    pay: (payment) =>
      client.spendPoints(payment).then(
        () => true,
        () => false, // Not enough points any more, or no line: the buyer is told and pays with money.
      ),
    async cancel({ id, customerId, at }) {
      const total = { value: 0, currency: 'EUR' };
      await client.sendOrder({
        orderId: id,
        status: 'cancelled',
        total,
        items: [],
        customerId,
        placedAt: at,
      });
    },
  };
}
