import { attentionPort } from './attention.ts';
import { presenterPort } from './presenter-port.ts';
import type { Stage } from './stage.ts';

/** Builds the empty stage of a document. */
export function createStage(
  given: Pick<Stage, 'context' | 'document' | 'disposer' | 'again' | 'busy' | 'attention' | 'onOdd'>,
): Stage {
  const { journey, ports, problems } = given.context;
  const open: Stage['open'] = new Map();
  return {
    ...given,
    open,
    failed: new Map(),
    isNew: ({ outcome, slot, campaign }) =>
      outcome === 'won' && open.get(slot)?.judgement.campaign.id !== campaign.id,
    presenterOf: (type) => ports.use(presenterPort).find((one) => one.type === type),
    session() {
      const number = journey.sessionNumber();
      return number === null ? null : `${ports.use(attentionPort)[0]?.key}#${number}`;
    },
    close(slot) {
      const presentation = open.get(slot);
      open.delete(slot);
      try {
        presentation?.close();
      } catch (cause) {
        problems.report({ code: 'presenter-failed', message: 'close', key: slot, cause });
      }
    },
  };
}
