import Shepherd from 'shepherd.js';
import { ask, isLast, log, note, targetOf } from './page-kit.mjs';

let tour;
let fresh = false;
function build() {
  const { plan } = window;
  const made = new Shepherd.Tour({
    // Without these two there is no cut-out and no scrolling to compare: both are in its own first example.
    useModalOverlay: true,
    defaultStepOptions: { scrollTo: !plan.still, cancelIcon: { enabled: true } },
    ...(plan.escapeStays ? { exitOnEsc: false } : {}),
    ...(plan.confirm ? { confirmCancel: () => ask(plan.confirm) } : {}),
  });
  for (const [at, step] of plan.steps.entries()) {
    const element = targetOf(step);
    made.addStep({
      id: step.id,
      title: step.title,
      text: step.text,
      ...(element === undefined ? {} : { attachTo: { element, on: 'bottom' } }),
      ...(step.waitMs === undefined ? {} : { waitForElement: step.waitMs }),
      ...(step.onMissing === 'skip' ? { skipMissingElement: true } : {}),
      ...(step.before ? { beforeShowPromise: () => ask(step.before) } : {}),
      ...(step.advanceOnClick ? { advanceOn: { selector: step.advanceOnClick, event: 'click' } } : {}),
      ...(plan.highlights ? { extraHighlights: plan.highlights } : {}),
      buttons: [
        ...(at > 0 ? [{ text: 'Back', secondary: true, action: made.back }] : []),
        { text: isLast(at) ? 'Done' : 'Next', action: made.next },
      ],
    });
  }
  made.on('start', () => note('started'));
  made.on('show', ({ step }) => note('shown', step.id));
  made.on('complete', () => note('completed'));
  made.on('cancel', () => note('dismissed'));
  return made;
}

window.player = {
  start() {
    if (!tour?.isActive() && !fresh) tour = build();
    fresh = false;
    return tour.start();
  },
  next: () => tour.next(),
  back: () => tour.back(),
  goTo: (index) => tour.show(index),
  cancel: () => (window.plan.confirm ? tour.complete() : tour.cancel()),
  log: async () => log,
  side: () => document.querySelector('.shepherd-element')?.dataset.popperPlacement?.split('-')[0] ?? null,
  removeStep: (id) => tour.removeStep(id),
  addListener(listener) {
    fresh ||= tour === undefined;
    tour ??= build();
    tour.on('show', listener);
    return () => tour.off('show', listener);
  },
};
