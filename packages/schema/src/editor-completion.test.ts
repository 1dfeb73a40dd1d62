import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import languageService from 'vscode-json-languageservice';
import { sampleDocument } from '../../../test/support/sample-document.ts';
import { eventNames } from './event.ts';
import { campaignJsonSchema, programJsonSchema } from './json-schema.ts';

// What VS Code itself asks when somebody types in a JSON file.
const { getLanguageService, TextDocument } = languageService;
const service = getLanguageService({});
service.configure({
  schemas: [
    { uri: 'regulars://campaigns', fileMatch: ['*campaigns.json'], schema: campaignJsonSchema() as object },
    { uri: 'regulars://program', fileMatch: ['*program.json'], schema: programJsonSchema() as object },
  ],
});

interface Offer {
  readonly label: string;
  readonly documentation?: string | { readonly value: string } | undefined;
}

/** What is offered where `|` stands, by label without quotation marks. */
async function offered(source: string, name = 'campaigns'): Promise<ReadonlyMap<string, Offer>> {
  const offset = source.indexOf('|');
  const text = source.replace('|', '');
  const document = TextDocument.create(`file:///${name}.json`, 'json', 1, text);
  const list = await service.doComplete(
    document,
    document.positionAt(offset),
    service.parseJSONDocument(document),
  );
  return new Map((list?.items ?? []).map((one) => [one.label.replaceAll('"', ''), one]));
}

const inCampaign = (text: string): string =>
  `{ "formatVersion": 1, "zone": "Europe/Sofia", "campaigns": [{ "id": "a", "status": "live", ${text} }] }`;

describe('an editor completes', () => {
  for (const [where, text, wanted, unwanted] of [
    ['keys of the document', '{ "formatVersion": 1, | }', ['zone', 'campaigns', 'audiences', 'caps'], []],
    ['keys of a campaign', inCampaign('|'), ['trigger', 'audience', 'widget', 'experiment', 'goal'], ['id']],
    ['a status', inCampaign('"status": "|"').replace('"status": "live", ', ''), ['draft', 'paused'], []],
    [
      'what a trigger waits for',
      inCampaign('"trigger": { "on": "|" }'),
      ['exitIntent', 'scroll', 'page'],
      [],
    ],
    ['keys of that trigger alone', inCampaign('"trigger": { "on": "scroll", | }'), ['share'], ['selector']],
    [
      'kinds of widgets',
      inCampaign('"widget": { "type": "|" }'),
      ['announcement', 'tour', 'carousel', 'wheel', 'privacy'],
      [],
    ],
    [
      'props of that widget alone',
      inCampaign('"widget": { "type": "carousel", "props": { | } }'),
      ['strategy', 'max'],
      ['steps', 'draw'],
    ],
    [
      'keys of a step of a tour',
      inCampaign('"widget": { "type": "tour", "props": { "steps": [{ "id": "a", | }] } }'),
      ['target', 'title', 'body'],
      ['strategy'],
    ],
    [
      'a strategy',
      inCampaign('"widget": { "type": "carousel", "props": { "strategy": "|" } }'),
      ['for-you'],
      [],
    ],
    ['kinds of conditions', inCampaign('"audience": { | }'), ['all', 'any', 'not', 'attr', 'did', 'use'], []],
    [
      'attributes',
      inCampaign('"audience": { "attr": "|" }'),
      ['cart.total', 'session.count', 'customer.tier', 'time.hour'],
      ['affinity.brand.*'],
    ],
    ['attributes within a group', inCampaign('"audience": { "all": [{ "attr": "|" }] }'), ['cart.total'], []],
    [
      'operators',
      inCampaign('"audience": { "attr": "cart.total", "op": "|" }'),
      ['gte', 'hasAny', 'between'],
      [],
    ],
    ['events of behaviour', inCampaign('"audience": { "did": "|" }'), [...eventNames], []],
    ['events of a goal', inCampaign('"goal": { "event": "|" }'), [...eventNames], []],
    ['events that cancel', inCampaign('"cancelOn": ["|"]'), [...eventNames], []],
    ['places', inCampaign('"placement": { | }'), ['slot', 'overlay'], []],
    ['kinds of overlays', inCampaign('"placement": { "overlay": "|" }'), ['modal', 'bar', 'card'], []],
  ] as const) {
    it(where, async () => {
      const found = await offered(text);
      for (const label of wanted) assert.ok(found.has(label), `${label} is not among ${[...found.keys()]}`);
      for (const label of unwanted) assert.ok(!found.has(label), `${label} does not belong here`);
    });
  }

  it('keys of a programme', async () => {
    const found = await offered('{ "formatVersion": 1, "currency": "EUR", | }', 'program');
    for (const label of ['earn', 'tiers', 'pools', 'expiry']) assert.ok(found.has(label), label);
  });

  it('and says of each key what it means', async () => {
    for (const text of [
      '{ | }',
      inCampaign('|'),
      inCampaign('"audience": { | }'),
      inCampaign('"widget": { "type": "tour", "props": { | } }'),
    ])
      for (const { label, documentation } of (await offered(text)).values()) {
        if (label === '$schema') continue;
        const said = typeof documentation === 'string' ? documentation : documentation?.value;
        assert.ok((said ?? '').length > 8, `${label} is not explained`);
      }
  });
});

describe('an editor tells', () => {
  const source = JSON.stringify(sampleDocument, null, 2);
  const document = TextDocument.create('file:///campaigns.json', 'json', 1, source);

  it('the title and the meaning of a key under the pointer', async () => {
    for (const [key, meaning] of [
      ['trigger', /Trigger/],
      ['audience', /Who sees it/],
      ['zone', /zone/i],
    ] as const) {
      const at = document.positionAt(source.indexOf(`"${key}"`) + 2);
      const hover = await service.doHover(document, at, service.parseJSONDocument(document));
      assert.match(JSON.stringify(hover?.contents), meaning, key);
    }
  });

  it('nothing of a right document, and a mistake where it stands', async () => {
    const marks = async (text: string) => {
      const one = TextDocument.create('file:///campaigns.json', 'json', 1, text);
      return service.doValidation(one, service.parseJSONDocument(one), { schemaValidation: 'error' });
    };
    assert.deepEqual(await marks(source), []);
    const wrong = source.replace('"live"', '"livee"');
    const [mark] = await marks(wrong);
    assert.equal(mark?.range.start.line, wrong.slice(0, wrong.indexOf('"livee"')).split('\n').length - 1);
  });
});
