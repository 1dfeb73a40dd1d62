import { TourGuideClient } from '@sjmc11/tourguidejs';
import { ask, log, note, targetOf } from './page-kit.mjs';

let tour;
let finished = false;
function build() {
  const { plan } = window;
  finished = false;
  const made = new TourGuideClient({
    debug: false,
    // It remembers a finished tour and would not start it again.
    completeOnFinish: false,
    ...(plan.still ? { autoScroll: false } : {}),
    ...(plan.escapeStays ? { exitOnEscape: false } : {}),
    steps: plan.steps.map((step) => ({
      title: step.title ?? '',
      content: step.text,
      target: targetOf(step, null),
      ...(step.before ? { beforeEnter: () => ask(step.before) } : {}),
    })),
  });
  made.onAfterStepChange(() => note('shown', plan.steps[made.activeStep]?.id));
  made.onFinish(() => {
    finished = true;
    note('completed');
  });
  made.onAfterExit(() => finished || note('dismissed'));
  if (plan.confirm)
    made.onBeforeExit(async () => {
      if (!window.forced && !(await ask(plan.confirm))) throw new Error('stay');
    });
  return made;
}

window.player = {
  async start() {
    // One client for all starts: a second one leaves the dialog of the first in the page.
    tour ??= build();
    if (!tour.isVisible) {
      finished = false;
      window.forced = false;
      note('started');
      note('shown', window.plan.steps[0].id);
    }
    await tour.start();
  },
  next: () => tour.nextStep(),
  back: () => tour.prevStep(),
  goTo: (index) => tour.visitStep(index),
  cancel() {
    window.forced = true;
    return tour.exit();
  },
  log: async () => log,
  side: () => null,
};
