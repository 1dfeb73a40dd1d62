import introJs from 'intro.js';
import { ask, log, note, targetOf } from './page-kit.mjs';

let tour;
let completed = false;
function build() {
  const { plan } = window;
  completed = false;
  const made = introJs.tour().setOptions({
    steps: plan.steps.map((step) => ({ element: targetOf(step), title: step.title, intro: step.text })),
    ...(plan.still ? { scrollToElement: false } : {}),
    ...(plan.escapeStays ? { exitOnEsc: false } : {}),
  });
  made.onbeforechange(async (_target, at) => {
    const { before } = plan.steps[at] ?? {};
    if (before) await ask(before);
    return true;
  });
  made.onafterchange(() => note('shown', plan.steps[made.currentStep()]?.id));
  made.oncomplete(() => {
    completed = true;
    note('completed');
  });
  made.onexit(() => completed || note('dismissed'));
  if (plan.confirm) made.onbeforeexit(() => ask(plan.confirm));
  return made;
}

window.player = {
  async start() {
    if (!tour?.hasStarted()) {
      tour = build();
      note('started');
    }
    await tour.start();
  },
  next: () => tour.nextStep(),
  back: () => tour.previousStep(),
  goTo: (index) => tour.goToStep(index + 1),
  cancel: () => tour.exit(true),
  log: async () => log,
  side() {
    const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };
    const arrow = document.querySelector('.introjs-arrow');
    return opposite[/\b(top|bottom|left|right)\b/.exec(arrow?.className ?? '')?.[1]] ?? null;
  },
};
