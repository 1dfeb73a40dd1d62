import { driver } from 'driver.js';
import { ask, log, note, targetOf } from './page-kit.mjs';

let tour;
const stepsOf = ({ steps }) =>
  steps.map((step) => ({
    element: targetOf(step),
    popover: { title: step.title, description: step.text },
    ...(step.waitMs === undefined ? {} : { waitForElement: step.waitMs }),
    ...(step.onMissing === 'skip' ? { skipMissingElement: true } : {}),
    data: { id: step.id },
  }));
function build() {
  const { plan } = window;
  const made = driver({
    showProgress: true,
    ...(plan.escapeStays ? { allowKeyboardControl: false } : {}),
    ...(plan.confirm
      ? {
          onDestroyStarted: () => {
            Promise.resolve(ask(plan.confirm)).then((yes) => yes && made.destroy());
          },
        }
      : {}),
    onHighlighted: (_element, step) => note('shown', step.data?.id),
    onDestroyed: (_element, step) =>
      note(step?.data?.id === plan.steps.at(-1).id ? 'completed' : 'dismissed'),
    steps: stepsOf(plan),
  });
  return made;
}

window.player = {
  async start() {
    if (!tour?.isActive()) {
      tour = build();
      note('started');
    }
    tour.drive();
  },
  next: () => tour.moveNext(),
  back: () => tour.movePrevious(),
  goTo: (index) => tour.moveTo(index),
  cancel: () => tour.destroy(),
  log: async () => log,
  side: () =>
    /arrow-side-(top|bottom|left|right)/.exec(
      document.querySelector('.driver-popover-arrow')?.className,
    )?.[1] ?? null,
};
