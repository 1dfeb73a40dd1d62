import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useJoyride } from 'react-joyride';
import { ask, log, note, targetOf } from './page-kit.mjs';

let render;
let joyride;
let removed = [];
let turn = 0;
const listeners = new Set();
const kinds = { tooltip: 'shown', 'error:target_not_found': 'missing', 'tour:start': 'started' };

function Tour({ steps }) {
  const [run] = useState(true);
  joyride = useJoyride({
    steps,
    run,
    continuous: true,
    // Its first step is a beacon otherwise, and only the button "skip" leaves the tour.
    options: {
      skipBeacon: true,
      showProgress: true,
      buttons: ['back', 'close', 'primary', 'skip'],
      ...(window.plan.still ? { skipScroll: true } : {}),
      ...(window.plan.escapeStays ? { dismissKeyAction: false } : {}),
    },
    onEvent({ type, step, status }) {
      if (type === 'tour:end') note(status === 'finished' ? 'completed' : 'dismissed');
      else if (kinds[type]) note(kinds[type], step?.id, kinds[type] === 'missing' ? type : undefined);
    },
  });
  return joyride.Tour;
}

const stepsOf = ({ steps }) =>
  steps
    .filter(({ id }) => !removed.includes(id))
    .map((step) => ({
      id: step.id,
      target: targetOf(step, 'body'),
      ...(step.target ? {} : { placement: 'center' }),
      title: step.title,
      content: step.text,
      ...(step.waitMs === undefined ? {} : { targetWaitTimeout: step.waitMs }),
      ...(step.before ? { before: () => ask(step.before) } : {}),
    }));

const draw = () => render.render(createElement(Tour, { key: turn, steps: stepsOf(window.plan) }));
const running = () => joyride && ['running', 'waiting'].includes(joyride.state.status);

window.player = {
  async start() {
    if (running()) return joyride.controls.start();
    render ??= createRoot(document.body.appendChild(document.createElement('div')));
    turn += 1;
    draw();
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const listener of listeners) listener.off = joyride.on('tooltip', listener.call);
  },
  next: () => joyride.controls.next(),
  back: () => joyride.controls.prev(),
  goTo: (index) => joyride.controls.go(index),
  cancel: () => joyride.controls.skip(),
  log: async () => log,
  side: () => null,
  removeStep(id) {
    removed = [...removed, id];
    draw();
  },
};
