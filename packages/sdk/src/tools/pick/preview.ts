import type { TourView, WidgetHost, WidgetView } from '@regulars/core';
import { elementLoaders, formatMessage, frameLoaders, messagesFor } from '@regulars/widgets';
import { type PickedStep, stepIds, stepJson, stepTexts } from './make-step.ts';

/** How a preview goes. */
export interface PreviewOptions {
  /** Step to begin with, from 0. */
  readonly from: number;
  readonly locale: string;
  /** It was left or played to its end; `missing`: the element of a step is not here. */
  readonly onEnd: (why: 'over' | 'missing') => void;
}

/** Steps as the tour's element gets them from the engine. */
function viewOf(steps: readonly PickedStep[], index: number, { locale }: PreviewOptions): TourView | null {
  const ids = stepIds(steps);
  // The path does not matter here: the person stands on the page they chose.
  const list = steps.map(
    (step, at) => stepJson({ ...step, page: '' }, ids[at] ?? '') as TourView['props']['steps'][number],
  );
  const step = list[index];
  const dir = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
  const base = { campaignId: 'regulars-preview', lang: locale, dir, texts: stepTexts(steps) } as const;
  return step ? { ...base, type: 'tour', props: { steps: list }, step, index, count: list.length } : null;
}

/**
 * Shows picked steps in place, through the same element that shoppers get, recorded nowhere. Rejects when the element
 * cannot be loaded, as under a content policy without its name. Returns its end.
 */
export async function previewSteps(
  steps: readonly PickedStep[],
  options: PreviewOptions,
): Promise<() => void> {
  const { locale, onEnd } = options;
  const [messages] = await Promise.all([
    messagesFor(locale, 'tour'),
    frameLoaders.overlay(),
    elementLoaders.tour(),
  ]);
  let view: WidgetView | null = viewOf(steps, options.from, options);
  const listeners = new Set<() => void>();
  const overlay = document.createElement('regulars-overlay') as HTMLElement & { host: WidgetHost };
  const end = (why: 'over' | 'missing'): void => {
    if (!overlay.isConnected) return;
    overlay.remove();
    onEnd(why);
  };
  const go = (by: number): void => {
    const index = view?.type === 'tour' ? view.index + by : -1;
    view = viewOf(steps, index, options);
    if (view) for (const listener of listeners) listener();
    else end('over');
  };
  overlay.host = {
    read: (slot) => (slot === 'overlay' ? view : null),
    subscribe(slot, listener) {
      if (slot !== 'overlay') return () => {};
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    report(signal) {
      if (signal.type !== 'tour' || signal.act === 'step-shown') return;
      if (signal.act === 'next') go(1);
      else if (signal.act === 'back') go(-1);
      else end(signal.act === 'target-missing' ? 'missing' : 'over');
    },
    request: async () => ({ ok: false, reason: 'unavailable' }),
    text: (key, values) => formatMessage(messages, key, { locale, ...(values && { values }) }),
    now: () => Date.now(),
  };
  document.body.append(overlay);
  return () => end('over');
}
