// What keeps campaigns from opening too often or at a bad moment; fetched for a document that has such campaigns, and to
// open the first winner.

import type { windowStart as windowStartOf } from '../rules/calendar-window.ts';
import { capRefusal, leaseMs } from '../rules/cap-rule.ts';
import { isOverlay } from '../rules/decide.ts';
import type { DecideInput } from '../rules/decision.ts';
import { comesFirst } from '../rules/place-rule.ts';
import { attentionPort } from './attention.ts';
import { createAttention } from './create-attention.ts';
import { quietReason } from './quiet-rules.ts';
import { searchWaitMs } from './search-arrival.ts';
import type { Stage } from './stage.ts';

export { capRefusal, createAttention, leaseMs };

/** Session in the words of the attention budget; `null`: unknown yet. */
export function sessionOf({ context: { journey, ports } }: Stage): string | null {
  const number = journey.sessionNumber();
  return number === null ? null : `${ports.use(attentionPort)[0]?.key}#${number}`;
}

/** Ms left of the quiet after arrival from a search; decides anew once when it is over. */
function createSearchWait({ again, disposer }: Stage): () => number {
  let waits = false;
  return () => {
    const ms = searchWaitMs(document.referrer, performance.now());
    if (ms && !waits) {
      const timer = setTimeout(again, ms);
      waits = true;
      disposer.add(() => clearTimeout(timer));
    }
    return ms;
  };
}

/** Whether a checkout began on this page; a new path is a new page. */
function watchCheckout({ context, disposer }: Stage): () => boolean {
  let path: string | undefined;
  disposer.add(
    context.journey.onEvent(({ name }) => {
      if (name === 'checkout_started') path = location.pathname;
    }),
  );
  return () => {
    if (path !== location.pathname) path = undefined;
    return path !== undefined;
  };
}

/** Watches what says that a moment is bad. Returns what asks caps, history and the page at this moment. */
export function watchLimits(
  stage: Stage,
  { windowStart }: { readonly windowStart?: typeof windowStartOf },
): () => Promise<Pick<DecideInput, 'quiet' | 'cap' | 'comesFirst'>> {
  const { context, again, disposer, document: campaigns } = stage;
  const searchWait = createSearchWait(stage);
  const checkout = watchCheckout(stage);
  stage.windowStart = windowStart && ((per, now) => windowStart(per, now, campaigns));
  for (const type of ['close', 'focusout']) disposer.on(document, type, again, { capture: true });
  return async () => {
    const state = await (await stage.attention()).read();
    const { caps } = campaigns;
    const now = context.now();
    const session = sessionOf(stage);
    const searchMs = searchWait();
    const checkoutStarted = checkout();
    return {
      quiet(campaign) {
        if (!isOverlay(campaign)) return null;
        if (searchMs) return 'search-arrival';
        if (context.storage.mode() === 'memory') return 'storage-refused';
        return quietReason({ quietPaths: caps?.quietPaths ?? [], checkoutStarted });
      },
      cap: (campaign) =>
        capRefusal({ ...state, campaign, caps, session, now, windowStart: stage.windowStart }),
      comesFirst: (one, other) => comesFirst(one, other, (id) => state.history[id]?.shows.at(-1) ?? 0),
    };
  };
}
