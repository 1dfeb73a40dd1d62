import { createAttention } from '../../campaigns/create-attention.ts';
import { tipsId } from '../../rules/cap-rule.ts';
import { noHistory } from '../../rules/shown-history.ts';
import { viewSourcePort } from '../widget-signal.ts';
import type { Desk } from './desk.ts';

/** The visitor's switch: whether tours and hints may open by themselves on this device. */
export interface Tips {
  read(): Promise<boolean>;
  /** Turned off, what stands on the screen goes away at once. */
  set(on: boolean): Promise<void>;
}

/** Builds the switch over the attention budget that deciding reads; the database is closed after each use. */
export function createTips({ context, tips }: Desk): Tips {
  const use = async <T>(work: (attention: ReturnType<typeof createAttention>) => Promise<T>): Promise<T> => {
    const attention = createAttention(context);
    try {
      return await work(attention);
    } finally {
      attention.close();
    }
  };
  return {
    read: () => use(async (attention) => !(await attention.read()).history[tipsId]?.dismissed),
    set: (on) =>
      use(async (attention) => {
        const row = on ? undefined : { ...noHistory, dismissed: 1 };
        await attention.change(() => [{ [`${attention.key}/${tipsId}`]: row }, null]);
        if (on) return;
        for (const goAway of [...tips]) goAway();
        for (const source of context.ports.use(viewSourcePort)) {
          const view = source.read('overlay');
          if (view?.type === 'tour')
            source.report({ type: 'dismissed', campaignId: view.campaignId, cause: 'tips-off' });
        }
      }),
  };
}
