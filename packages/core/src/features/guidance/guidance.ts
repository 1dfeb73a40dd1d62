import type { CampaignDocument } from '@regulars/schema';
import { presenterPort } from '../../campaigns/presenter-port.ts';
import type { Part } from '../../journey/part.ts';
import { createDisposer } from '../../lib/disposer.ts';
import { createSlotViews } from '../slot-views.ts';
import { viewSourcePort } from '../widget-signal.ts';
import { createAnnouncements } from './announcement.ts';
import { createChecklists } from './checklist.ts';
import type { Desk } from './desk.ts';
import { createGuideStore } from './guide-store.ts';
import { createHints } from './hint.ts';
import { createLaunchers } from './launcher.ts';
import { createPrivacy } from './privacy.ts';

/** Options of the guidance part. */
export interface GuidanceOptions {
  /** The document in force; the help button lists its tours. Default: none. */
  readonly document?: (() => CampaignDocument | undefined) | undefined;
}

/** Shows campaigns of the widgets `announcement`, `checklist`, `hint`, `launcher` and `privacy`. */
export function guidance({ document = () => undefined }: GuidanceOptions = {}): Part {
  const under = new Set<Promise<unknown>>();
  return {
    name: 'guidance',
    start(context) {
      const { problems, ports } = context;
      const failed = (cause: unknown): void =>
        problems.report({ code: 'guidance-failed', message: '', cause });
      const desk: Desk = {
        context,
        store: createGuideStore(context),
        tips: new Set(),
        views: createSlotViews(failed),
        busy(work) {
          const guarded = work.catch(failed).finally(() => under.delete(guarded));
          under.add(guarded);
        },
      };
      const disposer = createDisposer();
      disposer.add(ports.provide(viewSourcePort, desk.views));
      for (const presenter of [
        createAnnouncements(desk),
        createChecklists(desk),
        createHints(desk),
        createLaunchers(desk, document),
        createPrivacy(desk),
      ]) {
        disposer.add(ports.provide(presenterPort, presenter));
      }
      return disposer.stop;
    },
    async idle() {
      while (under.size) await Promise.all(under);
    },
  };
}
