import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '@regulars/schema';
import { importTour } from './import-tour.ts';
import { Code } from './literal.ts';
import { makeCampaign } from './make-campaign.ts';
import { readLiterals } from './read-literal.ts';

const codes = (text: string): readonly string[] =>
  (importTour(text)?.notes ?? []).map(({ at, code }) => `${at} ${code}`);
const campaignOf = (text: string): object => {
  const tour = importTour(text);
  assert.ok(tour);
  return makeCampaign(tour, { id: 'walk', name: 'Walk', locale: 'en' });
};
/** Problems the schema finds in the campaign. */
const problemsOf = (text: string): unknown => {
  const document = {
    formatVersion: 1,
    revision: 1,
    zone: 'UTC',
    fallbackLocales: ['en'],
    campaigns: [campaignOf(text)],
  };
  const result = parseDocument(JSON.stringify(document));
  return result.ok ? [] : result.problems;
};

const driver = `
import { driver } from "driver.js";
// the walk of our shop
const walk = driver({
  showProgress: true,
  allowClose: false,
  onDestroyed: () => { track("end, [really]") },
  steps: [
    { element: '#search', popover: { title: 'Find it', description: 'Type <b>one</b> word &amp; go.', side: "left", align: 'start' } },
    { element: () => document.querySelector(pick()), popover: { title: 'Cart', description: \`Two \${n} things\`, onNextClick: () => walk.moveNext() } },
    { popover: { title: "It's done", description: 'Thanks<br>a lot', nextBtnText: 'Bye', prevBtnText: 'Again' } },
  ]
});
walk.drive();
`;

test('steps of driver.js become a draft that the schema takes', () => {
  const tour = importTour(driver);
  assert.equal(tour?.from, 'driver.js');
  assert.deepEqual(problemsOf(driver), []);
  assert.deepEqual(tour?.steps[0], {
    target: '#search',
    title: 'Find it',
    body: 'Type **one** word & go.',
    placement: 'start',
    buttons: undefined,
  });
  assert.deepEqual(tour?.steps[2]?.buttons, [
    { label: 'Again', action: 'back' },
    { label: 'Bye', action: 'next' },
  ]);
  assert.equal(tour?.steps[2]?.body, 'Thanks\na lot');
});

test('what changes in meaning is told with its place', () => {
  assert.deepEqual([...codes(driver)].sort(), [
    'step 2 code-dropped',
    'step 2 target-is-code',
    'step 2 words-are-code',
    'tour alignment-dropped',
    'tour always-closable',
    'tour code-dropped',
    'tour page-usable',
    'tour sides-follow-reading',
  ]);
});

const shepherd = `
const tour = new Shepherd.Tour({ useModalOverlay: true, defaultStepOptions: { scrollTo: true, cancelIcon: { enabled: true }, classes: 'x' } });
tour.addStep({
  id: 'menu',
  title: 'Menu',
  text: ['All departments', 'are <em>here</em>'],
  attachTo: { element: '.menu', on: 'bottom-start' },
  advanceOn: { selector: '.menu a', event: 'click' },
  buttons: [
    { text: 'Leave', action: tour.cancel, secondary: true },
    { text: 'On', action: () => tour.next() },
    { text: 'Odd', action() { shop.open(); return this.next() } },
  ],
});
tour.addStep({ id: 'menu', text: 'Bye', scrollTo: false, attachTo: { element: document.getElementById('end'), on: 'top' }, when: { show() {} }, buttons: [] });
tour.start();
`;

test('steps of Shepherd keep ids, buttons, clicks and the modal page', () => {
  const tour = importTour(shepherd);
  assert.equal(tour?.from, 'Shepherd');
  assert.equal(tour?.modal, true);
  assert.deepEqual(problemsOf(shepherd), []);
  assert.deepEqual(tour?.steps[0]?.buttons, [
    { label: 'Leave', action: 'dismiss' },
    { label: 'On', action: 'next' },
    { label: 'Odd', action: 'next' },
  ]);
  assert.equal(tour?.steps[0]?.body, 'All departments\nare *here*');
  assert.equal(tour?.steps[0]?.clicks, '.menu a');
  assert.equal(tour?.steps[1]?.target, '#end');
  assert.equal(tour?.steps[1]?.scroll, false);
  const found = codes(shepherd);
  for (const code of [
    'step 1 button-is-code',
    'step 2 code-dropped',
    'step 2 buttons-added',
    'tour alignment-dropped',
  ])
    assert.ok(found.includes(code), `${code} in ${found.join(', ')}`);
});

const intro = JSON.stringify({
  exitOnOverlayClick: false,
  nextLabel: 'On',
  steps: [
    { intro: 'The end', step: 2, element: '#end', position: 'floating' },
    {
      title: 'Hello',
      intro: '<p>First.</p><p>Second <img src="x.png"></p>',
      step: 1,
      position: 'bottom-left-aligned',
      disableInteraction: true,
    },
  ],
});

test('steps of Intro.js come in the order of their numbers, from JSON as well', () => {
  const tour = importTour(intro);
  assert.equal(tour?.from, 'Intro.js');
  assert.deepEqual(problemsOf(intro), []);
  assert.deepEqual(
    tour?.steps.map(({ body }) => body),
    ['First.\nSecond', 'The end'],
  );
  const found = codes(intro);
  for (const code of [
    'step 1 markup-dropped',
    'step 1 target-usable',
    'tour labels-built-in',
    'tour always-closable',
    'tour alignment-dropped',
  ])
    assert.ok(found.includes(code), `${code} in ${found.join(', ')}`);
});

test('a script without steps, and one that builds them, give nothing', () => {
  assert.equal(importTour('export const steps = makeSteps()'), null);
  assert.equal(importTour('{ "a": [1, 2] }'), null);
  assert.equal(importTour(''), null);
});

test('literals are read, code is kept unread, and nothing is run', () => {
  const [value] = readLiterals(`export default { a: 'it\\'s \\u0041', "b": [1, -2.5, true, null, ], // no
    c: window.evil = 1, d() { throw 1 }, e: \`x\`, ...rest, f: (1, 2), g: a ? { h: 1 } : 2 } as const`) as [
    Record<string, unknown>,
  ];
  assert.equal(value.a, "it's A");
  assert.deepEqual(value.b, [1, -2.5, true, null]);
  assert.equal(value.e, 'x');
  for (const key of ['c', 'd', 'f', 'g']) assert.ok(value[key] instanceof Code, key);
  assert.equal('evil' in globalThis, false);
});

test('hostile or broken text ends, and never throws', () => {
  for (const text of [
    '{',
    '[[[[',
    '{a:',
    "{'a",
    '`${',
    '[1,2',
    '{"a":1}}}}',
    '/*',
    '({[}])',
    '{a:1 b:2}',
    '['.repeat(2000),
  ])
    assert.doesNotThrow(() => importTour(text), text.slice(0, 20));
});
