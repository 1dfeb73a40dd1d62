import type { Decision, PresentationEnd, Presenter } from '../../campaigns/presenter-port.ts';
import { openerPort } from '../../campaigns/slots-port.ts';
import type { PartContext } from '../../journey/part.ts';
import type { GuidanceSignal, GuidanceView } from '../guidance-view.ts';
import type { SlotView, SlotViews } from '../slot-views.ts';
import type { GuideMemory, GuideStore } from './guide-store.ts';

/** What the presenters of one part share. */
export interface Desk {
  readonly context: PartContext;
  readonly store: GuideStore;
  readonly views: SlotViews;
  readonly busy: (work: Promise<unknown>) => void;
  /** Takes the tips from the screen that stand on it: the visitor turned them off. */
  readonly tips: Set<() => void>;
}

type Events = Parameters<Presenter['open']>[1];

/** How one type of guidance is shown. */
export interface Guide<V extends GuidanceView> {
  readonly type: V['type'];
  /** Why it cannot open here (a code), or `null`. */
  readonly refusal?: (decision: Decision, props: V['props']) => string | null;
  /** Its first view, from what is remembered. */
  readonly view: (decision: Decision, props: V['props'], memory: GuideMemory) => V | Promise<V>;
  /** Begins to live once it has its slot. */
  readonly live?: (living: Living<V>) => Life;
}

/** What a living view works with. */
export interface Living<V extends GuidanceView> {
  readonly own: SlotView<V>;
  readonly memory: GuideMemory;
  /** Takes it from the screen, with the cause. */
  readonly leave: (end: PresentationEnd) => void;
}

/** What lives behind a view: hears the element's signals until it is stopped. */
export interface Life {
  readonly hear: (signal: GuidanceSignal) => void;
  readonly stop?: () => void;
}

const versionOf = (props: object): number => ('version' in props ? Number(props.version) : 1);

/** Remembers the end, so that it does not come again by itself; what the page or the engine ended may come again. */
function remember(desk: Desk, { campaign, widget }: Decision, { cause, detail }: PresentationEnd): void {
  if (cause !== 'dismissed' && cause !== 'completed') return;
  desk.busy(desk.store.change(campaign.id, versionOf(widget.props), { over: detail ?? cause }));
}

/** Puts a guide into its slot, unless it is over already; answers its closing. */
async function openGuide<V extends GuidanceView>(
  { desk, guide, events }: { readonly desk: Desk; readonly guide: Guide<V>; readonly events: Events },
  decision: Decision,
  { props, isClosed }: { readonly props: V['props']; readonly isClosed: () => boolean },
): Promise<() => void> {
  const memory = await desk.store.read(decision.campaign.id, versionOf(props));
  const over = decision.asked ? undefined : memory.over;
  if (over !== undefined) events.ended({ cause: 'superseded', detail: `before:${over}` });
  const view = over === undefined && !isClosed() ? await guide.view(decision, props, memory) : null;
  if (!view || isClosed()) return () => {};
  let life: Life | undefined;
  const ended = (end: PresentationEnd): void => {
    life?.stop?.();
    remember(desk, decision, end);
    events.ended(end);
  };
  const { own, close } = desk.views.open<V>(decision, view, { shown: events.shown, ended }, (signal) => {
    if (signal.type === 'clicked' || signal.type === 'completed') leave({ cause: signal.type });
    else if (signal.type !== 'guidance') return;
    else if (signal.act === 'start') startCampaign(desk, signal.campaign);
    else life?.hear(signal);
  });
  const leave = (end: PresentationEnd): void => {
    close();
    ended(end);
  };
  life = guide.live?.({ own, memory, leave });
  return () => {
    life?.stop?.();
    close();
  };
}

/** Presents one type: reads what is remembered, opens the slot, keeps the end. */
export function presentGuide<V extends GuidanceView>(desk: Desk, guide: Guide<V>): Presenter {
  const propsOf = ({ widget }: Decision): V['props'] | null =>
    widget.type === guide.type ? (widget.props as V['props']) : null;
  return {
    type: guide.type,
    refusal(decision) {
      const props = propsOf(decision);
      return props ? (guide.refusal?.(decision, props) ?? null) : `no-${guide.type}`;
    },
    open(decision, events) {
      const props = propsOf(decision);
      if (!props) return () => {};
      let isClosed = false;
      let close = (): void => {};
      const opening = openGuide({ desk, guide, events }, decision, { props, isClosed: () => isClosed });
      desk.busy(
        opening.then((found) => {
          close = found;
          if (isClosed) close();
        }),
      );
      return () => {
        isClosed = true;
        close();
      };
    },
  };
}

/** Opens another campaign because the visitor asked for it. */
export function startCampaign({ context, busy }: Desk, campaignId: string): void {
  const [opener] = context.ports.use(openerPort);
  if (opener) busy(opener(campaignId));
}
