import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../parse-document.ts';

const problemsOf = (widget: object, more: object = {}): readonly string[] => {
  const campaign = {
    id: 'guide',
    status: 'live',
    trigger: { on: 'page' },
    placement: { slot: 'home' },
    content: { en: { title: 'Title', body: 'Body' } },
    widget,
    ...more,
  };
  const document = {
    formatVersion: 1,
    revision: 1,
    zone: 'UTC',
    fallbackLocales: ['en'],
    campaigns: [campaign],
  };
  const result = parseDocument(JSON.stringify(document));
  return (result.ok ? [] : result.problems)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`)
    .sort();
};
const start = { label: 'title', action: { type: 'start', campaign: 'giude' } };

test('a dialog belongs over the page', () => {
  const widget = { type: 'announcement', props: { form: 'modal', body: 'body' } };
  assert.deepEqual(problemsOf(widget), ['modal-in-slot campaigns[0].widget.props.form']);
  assert.deepEqual(problemsOf(widget, { placement: { overlay: 'modal' } }), []);
});

test('words, events and campaigns must exist, missions have their own names', () => {
  const mission = { id: 'look', title: 'nothing', event: 'product_viewde' };
  const widget = {
    type: 'checklist',
    props: {
      missions: [mission, { ...mission, title: 'title', event: 'cart_viewed', action: start.action }],
    },
  };
  assert.deepEqual(problemsOf(widget), [
    'missing-text campaigns[0].widget.props.missions[0].title',
    'mission-repeated campaigns[0].widget.props.missions[1].id',
    'unknown-campaign campaigns[0].widget.props.missions[1].action.campaign',
    'unknown-event campaigns[0].widget.props.missions[0].event',
  ]);
});

test('texts of buttons, pictures and links are asked for', () => {
  const image = { src: '/a.png', alt: 'altText', width: 2, height: 1 };
  assert.deepEqual(
    problemsOf({
      type: 'announcement',
      props: {
        form: 'card',
        body: 'body',
        image,
        buttons: [{ ...start, action: { type: 'dismiss' }, label: 'go' }],
      },
    }),
    [
      'missing-text campaigns[0].widget.props.buttons[0].label',
      'missing-text campaigns[0].widget.props.image.alt',
    ],
  );
  assert.deepEqual(problemsOf({ type: 'hint', props: { body: 'words', button: start } }), [
    'missing-text campaigns[0].widget.props.body',
    'unknown-campaign campaigns[0].widget.props.button.action.campaign',
  ]);
  assert.deepEqual(problemsOf({ type: 'launcher', props: { links: [{ label: 'returns', url: '/help' }] } }), [
    'missing-text campaigns[0].widget.props.links[0].label',
  ]);
});
