import { listenToStatus, readAloud } from './spoken.ts';
import { expect, type Stage, test } from './stage.ts';

const steps = [
  { id: 'offer', target: '#offer', title: 'This week', text: 'See what is **on offer** this week.' },
  { id: 'buy', target: '#buy', title: 'Buy it', text: 'One press, and it is in your cart.' },
  { id: 'end', title: 'That is all', text: 'Have a good evening.' },
];

/** Plays the whole tour by keys alone, and writes down what is focused, what is said and what the tree holds after each. */
async function play(
  stage: Stage,
  keys: readonly (readonly [string, string])[],
): Promise<{ focus: string; tree: string }> {
  const { page } = stage;
  const cdp = await page.context().newCDPSession(page);
  await stage.open({ steps });
  const said = await listenToStatus(page);
  await page.locator('#cart-button').focus();
  await stage.start();
  const focus: string[] = [];
  const tree: string[] = [];
  const note = async (what: string, expected: string): Promise<void> => {
    await (expected ? stage.shows(expected) : stage.showsNothing());
    if (expected) await stage.calm();
    await stage.settle();
    const now = await readAloud(cdp);
    const spoken = await said();
    focus.push(`${what}\n  focus: ${now.focus}`);
    tree.push(
      [
        `== ${what}`,
        ...spoken.map((text) => `said politely: ${text}`),
        `focus: ${now.focus}`,
        now.tree,
        '',
      ].join('\n'),
    );
  };
  await note('the tour opens', steps[0]?.text.replaceAll('*', '') ?? '');
  for (const [key, expected] of keys) {
    await page.keyboard.press(key);
    await note(key, expected);
  }
  return { focus: `${focus.join('\n')}\n`, tree: tree.join('\n') };
}

const [first = '', second = '', third = ''] = steps.map(({ text }) => text.replaceAll('*', ''));
const keys = [
  ['Tab', first],
  ['Tab', first],
  ['Tab', first],
  ['Enter', second],
  ['ArrowLeft', first],
  ['ArrowRight', second],
  ['Shift+Tab', second],
  ['ArrowRight', third],
  ['Tab', third],
  ['Enter', ''],
] as const;

test('a whole tour by the keyboard alone, and as a screen reader is told, is as written down', async ({
  stage,
}) => {
  const { focus, tree } = await play(stage, keys);
  expect(focus).toMatchSnapshot('keyboard.txt');
  expect(tree).toMatchSnapshot('screen-reader.txt');
});

test('Escape in the middle of a tour gives the focus back and leaves nothing to be read', async ({
  stage,
}) => {
  const { tree } = await play(stage, [
    ['Enter', first],
    ['Escape', ''],
  ]);
  expect(tree).toMatchSnapshot('screen-reader-escape.txt');
});
