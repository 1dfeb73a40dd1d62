import { presenterPort } from './presenter-port.ts';
import type { Stage } from './stage.ts';

/** Builds the empty stage of a document. */
export function createStage(
  given: Pick<Stage, 'context' | 'document' | 'disposer' | 'again' | 'busy' | 'attention' | 'onOdd'>,
): Stage {
  const open: Stage['open'] = new Map();
  return {
    ...given,
    open,
    failed: new Map(),
    taken: () => Object.fromEntries([...open].map(([slot, { judgement }]) => [slot, judgement.campaign.id])),
    isNew: ({ outcome, slot, campaign }) =>
      outcome === 'won' && open.get(slot)?.judgement.campaign.id !== campaign.id,
    presenterOf: (type) => given.context.ports.use(presenterPort).find((one) => one.type === type),
  };
}
