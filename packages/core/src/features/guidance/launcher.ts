import type { CampaignDocument } from '@regulars/schema';
import type { Presenter } from '../../campaigns/presenter-port.ts';
import type { LauncherRowView, LauncherView } from '../guidance-view.ts';
import { viewBase } from '../slot-views.ts';
import { type Desk, type Life, type Living, presentGuide } from './desk.ts';
import { gatherRows } from './gather-rows.ts';
import type { LauncherRow } from './launcher-rows.ts';
import { createTips } from './tips.ts';

const standard = ['tours', 'prizes', 'links', 'support', 'tips'] as const;

const plain = ({ id, group, label, code, url, collected }: LauncherRow): LauncherRowView => ({
  id,
  group,
  label,
  code,
  url,
  collected,
});

/** The list of one help button: gathered when it opens, so that a page nobody asks pays nothing. */
function liveLauncher(
  desk: Desk,
  document: () => CampaignDocument | undefined,
  { own }: Living<LauncherView>,
): Life {
  const { context, busy } = desk;
  const tips = createTips(desk);
  let asked = new AbortController();
  let rows: readonly LauncherRow[] = [];
  const show = (failed: boolean): void => {
    const groups = own.view().props.groups ?? standard;
    const shown = groups.flatMap((group) => rows.filter((row) => row.group === group).map(plain));
    own.set({ state: failed && shown.length === 0 ? 'error' : 'ready', rows: shown });
  };
  const gather = async (signal: AbortSignal): Promise<void> => {
    const found = await gatherRows(desk, own.view(), { document, signal });
    const keeps = context.consent.allows('functional');
    const on = keeps ? await tips.read() : own.view().tips;
    if (signal.aborted) return;
    rows = keeps ? [...found.rows, { id: 'tips', group: 'tips' }] : found.rows;
    own.set({ tips: on });
    show(found.failed);
  };
  const choose = async (id: string): Promise<void> => {
    try {
      const changed = await rows.find((one) => one.id === id)?.act?.();
      if (!changed) return own.set({ state: 'closed' });
      rows = rows.map((one) => (one.id === id ? changed : one));
      show(false);
    } catch {
      // The line or the backend said no, and the requester has reported it: the visitor may try again.
      own.set({ state: 'error', rows: [] });
    }
  };
  return {
    stop: () => asked.abort(),
    hear(signal) {
      asked.abort();
      if (signal.act === 'open') {
        asked = new AbortController();
        own.set({ state: 'loading' });
        busy(gather(asked.signal));
      } else if (signal.act === 'close') own.set({ state: 'closed' });
      else if (signal.act === 'choose') busy(choose(signal.row));
      else if (signal.act === 'tips') {
        own.set({ tips: signal.on });
        busy(tips.set(signal.on));
      }
    },
  };
}

/** Shows campaigns of the widget `launcher`: a help button whose rows the features contribute. */
export function createLaunchers(desk: Desk, document: () => CampaignDocument | undefined): Presenter {
  const first = { type: 'launcher', state: 'closed', rows: [], tips: true } as const;
  return presentGuide<LauncherView>(desk, {
    type: 'launcher',
    view: (decision, props) => ({ ...viewBase(decision), ...first, props }),
    live: (living) => liveLauncher(desk, document, living),
  });
}
