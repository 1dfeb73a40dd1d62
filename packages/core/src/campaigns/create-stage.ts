import type { CampaignDocument } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import type { Disposer } from '../lib/disposer.ts';
import { createAttention } from './create-attention.ts';
import type { PassLoop } from './pass-loop.ts';
import { presenterPort } from './presenter-port.ts';
import type { Stage } from './stage.ts';

/** Builds the empty stage of a document. */
export function createStage({
  context,
  document,
  disposer,
  loop,
}: {
  readonly context: PartContext;
  readonly document: CampaignDocument;
  readonly disposer: Disposer;
  readonly loop: PassLoop;
}): Stage {
  const { journey, ports, problems } = context;
  const attention = createAttention(context);
  const open: Stage['open'] = new Map();
  return {
    context,
    document,
    disposer,
    ...loop,
    attention,
    open,
    failed: new Map(),
    presenterOf: (type) => ports.use(presenterPort).find((one) => one.type === type),
    session() {
      const number = journey.sessionNumber();
      return number === null ? null : `${attention.key}#${number}`;
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
