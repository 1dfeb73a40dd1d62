import type { CampaignDocument, EventName, EventProps, Widget } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import type { Judgement, Reason } from '../rules/decision.ts';
import { resolveLocale } from '../rules/resolve-locale.ts';
import type { Attention, Claim } from './attention.ts';
import { type Decision, type PresentationEnd, type Presenter, presenterPort } from './presenter-port.ts';

/** A campaign that has its place on this page view. */
export interface Presentation {
  readonly judgement: Judgement;
  readonly state: 'reserved' | 'shown' | 'held-out';
  readonly close: () => void;
}

/** What the presentations of one page share. */
export interface Stage {
  readonly context: PartContext;
  readonly attention: Attention;
  readonly document: CampaignDocument;
  /** By slot. */
  readonly open: Map<string, Presentation>;
  /** Why a campaign cannot open (again) on this page view, by id. */
  readonly failed: Map<string, Reason>;
  /** Something changed: decide again. */
  readonly changed: () => void;
  /** Adds to what `idle` waits for. */
  readonly busy: (work: Promise<unknown>) => void;
}

/** Presenter of a widget type; `undefined`: its part is not there. */
export function presenterOf(context: PartContext, type: Widget['type']): Presenter | undefined {
  return context.ports.use(presenterPort).find((one) => one.type === type);
}

const refuse = (why: string): Reason => ({ step: 'render', ok: false, why });

function track<N extends EventName>(context: PartContext, name: N, props: EventProps[N]): void {
  context.journey.track(name, props, { passive: true });
}

/** Decision of a winner in the visitor's language; `null`: there are no texts for them. */
export function decisionOf(
  judgement: Judgement,
  locale: string,
  document: CampaignDocument,
): Decision | null {
  const { campaign, widget, slot, variantId, holdout, by } = judgement;
  const resolved = resolveLocale(campaign.content, locale, document.fallbackLocales);
  const pool = widget.type === 'wheel' ? document.pools?.[widget.props.draw] : undefined;
  return (
    resolved && {
      ...resolved,
      campaign,
      widget,
      slot,
      holdout,
      asked: by === 'asked',
      pool,
      ...(variantId ? { variantId } : {}),
    }
  );
}

/** Ends what is shown in a slot; what is stored of it stays, so that it can be resumed. */
export function closeSlot({ open, context }: Stage, slot: string): void {
  const presentation = open.get(slot);
  open.delete(slot);
  try {
    presentation?.close();
  } catch (cause) {
    context.problems.report({ code: 'presenter-failed', message: 'close', key: slot, cause });
  }
}

/** Books and tells the end of a presentation. */
function finish(stage: Stage, judgement: Judgement, { cause, detail }: PresentationEnd): void {
  const { id: campaignId } = judgement.campaign;
  const props = { campaignId, widget: judgement.widget.type };
  if (cause === 'completed') track(stage.context, 'experience_completed', props);
  else if (cause === 'dismissed' || cause === 'failed')
    track(stage.context, 'experience_dismissed', { ...props, cause: detail ?? cause });
  if (cause === 'completed' || cause === 'dismissed' || cause === 'clicked') {
    stage.busy(stage.attention.note(campaignId, cause));
  }
  stage.failed.set(campaignId, refuse(`ended:${cause}`));
  stage.changed();
}

/**
 * Opens a winner. Answers the reason that kept it from opening, or `null`. A held-out one takes its place, counts
 * against its caps and shows nothing; a held-out list is shown by its presenter as popularity.
 */
export function present(stage: Stage, judgement: Judgement, claim: Claim): Reason | null {
  const { context, open, attention } = stage;
  const { campaign, slot, widget, variantId, holdout } = judgement;
  const props = { campaignId: campaign.id, widget: widget.type, slot, ...(variantId ? { variantId } : {}) };
  const place = (state: Presentation['state'], close: () => void): void => {
    open.set(slot, { judgement, state, close });
  };
  const isOpen = (): boolean => open.get(slot)?.judgement === judgement;
  if (holdout && widget.type !== 'carousel') {
    track(context, 'holdout_reached', props);
    stage.busy(attention.confirm(claim));
    place('held-out', () => {});
    return null;
  }
  const decision = decisionOf(judgement, context.locale(), stage.document);
  const presenter = presenterOf(context, widget.type);
  if (!decision || !presenter) return refuse(decision ? 'no-presenter' : 'no-texts');
  let close = (): void => {};
  try {
    const refusal = presenter.refusal(decision);
    if (refusal) return refuse(refusal);
    place('reserved', () => close());
    close = presenter.open(decision, {
      shown() {
        if (!isOpen() || open.get(slot)?.state === 'shown') return;
        place('shown', () => close());
        stage.changed();
        // It was counted on the page where it began.
        if (judgement.by === 'resumed') return;
        track(context, holdout ? 'holdout_reached' : 'experience_shown', props);
        stage.busy(attention.confirm(claim));
      },
      ended(end) {
        if (!isOpen()) return;
        open.delete(slot);
        stage.busy(attention.release(claim.token));
        finish(stage, judgement, end);
      },
    });
    return null;
  } catch (cause) {
    open.delete(slot);
    context.problems.report({ code: 'presenter-failed', message: 'open', key: campaign.id, cause });
    return refuse('presenter-failed');
  }
}
