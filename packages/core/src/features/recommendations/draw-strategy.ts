import type { PartContext } from '../../journey/part.ts';
import type { ListSlot } from './list-slot.ts';
import type { ListMaker } from './make-list.ts';

/**
 * Draws the strategy of a list whose campaign tries several, once per page: a list that is made anew keeps it. Who is
 * held out sees best sellers. What fails is reported and leaves the campaign's own strategy. Never rejects.
 */
export async function drawStrategy(
  context: PartContext,
  slot: ListSlot,
  { tried, personal }: Pick<ListMaker, 'tried'> & { readonly personal: boolean },
): Promise<void> {
  const { tries } = slot.view.props;
  if (!tries || slot.trial || slot.decision.holdout) return;
  const { campaignId } = slot.view;
  try {
    const [{ tryStrategies }, published] = await Promise.all([import('./try-strategies.ts'), tried()]);
    slot.trial = await tryStrategies(context, campaignId, { tries, published, personal });
  } catch (cause) {
    context.problems.report({ code: 'list-failed', message: 'Nothing drawn.', key: campaignId, cause });
  }
  if (slot.trial) slot.view = { ...slot.view, strategy: slot.trial.strategy };
}
