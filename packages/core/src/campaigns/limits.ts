// What keeps campaigns from opening too often or at a bad moment; fetched for a document that has such campaigns, and to
// open the first winner.
import { capRefusal, leaseMs } from '../rules/cap-rule.ts';
import { isOverlay } from '../rules/decide.ts';
import type { DecideInput } from '../rules/decision.ts';
import { createAttention } from './create-attention.ts';
import { quietReason } from './quiet-rules.ts';
import { searchWaitMs } from './search-arrival.ts';
import type { Stage } from './stage.ts';

export { capRefusal, createAttention, leaseMs };

/**
 * What caps, history and the page say against opening at this moment.
 * @param checkoutStarted a checkout began on this page.
 */
export async function askLimits(
  stage: Stage,
  checkoutStarted: boolean,
): Promise<Pick<DecideInput, 'quiet' | 'cap' | 'lastShown'>> {
  const state = await (await stage.attention()).read();
  const { context, document } = stage;
  const { caps } = document;
  const now = context.now();
  const session = stage.session();
  const searchMs = waitAfterSearch(stage);
  return {
    quiet(campaign) {
      if (!isOverlay(campaign)) return null;
      if (searchMs) return 'search-arrival';
      if (context.storage.mode() === 'memory') return 'storage-refused';
      return quietReason({ quietPaths: caps?.quietPaths ?? [], checkoutStarted });
    },
    cap: (campaign) => capRefusal({ ...state, campaign, caps, session, now, windowStart: stage.windowStart }),
    lastShown: (id) => state.history[id]?.shows.at(-1) ?? 0,
  };
}

/** Ms left of the quiet after arrival from a search; decides anew once when it is over. */
function waitAfterSearch(stage: Stage): number {
  const ms = searchWaitMs(document.referrer, performance.now());
  if (ms && !stage.waits) {
    const timer = setTimeout(stage.again, ms);
    stage.waits = true;
    stage.disposer.add(() => clearTimeout(timer));
  }
  return ms;
}
