import { type Client, type EventHandler, OpenFeature, ProviderEvents } from '@openfeature/web-sdk';
import { type Presenter, presenterPort } from '@regulars/core/campaigns';
import { openFeatureProvider } from '@regulars/core/openfeature';
import { expect } from 'chai';
import {
  createTestFiles,
  documentOf,
  newDevice,
  startEngine,
  type TestDevice,
  type TestEngine,
} from '../../../../../test/support/engine.ts';

const all = ['functional', 'analytics', 'personalization'] as const;
const image = { src: '/bag.webp', width: 640, height: 480 };
const bar = (body: string) => ({
  type: 'announcement',
  props: { form: 'bar', body, dismissible: false, image },
});
const flag = (id: string, more: object = {}) => ({
  id,
  status: 'live',
  purpose: 'necessary',
  trigger: { on: 'event', event: 'order_placed' },
  // No element listens to this slot: a flag needs no place.
  placement: { slot: 'nowhere' },
  widget: bar('hello'),
  content: { en: { hello: 'Hello', bye: 'Bye' } },
  ...more,
});
const variants = (one: number) => [
  { id: 'bar', weight: one },
  { id: 'other', weight: 1 - one, widget: bar('bye') },
];

describe('flags of OpenFeature', () => {
  const running: TestEngine[] = [];
  afterEach(async () => {
    await OpenFeature.clearProviders();
    for (const one of running.splice(0)) await one.stop();
  });
  const start = (
    document: string | object,
    options: Parameters<typeof startEngine>[2] = {},
    device: TestDevice = newDevice(),
  ): TestEngine => {
    const engine = startEngine(device, document, options);
    running.push(engine);
    return engine;
  };
  /** The real client over the campaigns of a page. */
  const clientOf = async (engine: TestEngine): Promise<Client> => {
    const domain = crypto.randomUUID();
    await OpenFeature.setProviderAndWait(domain, openFeatureProvider(engine));
    return OpenFeature.getClient(domain);
  };
  const eventsOf = async (engine: TestEngine) =>
    (await engine.exportJourney())?.events.filter(({ props }) => 'campaignId' in props) ?? [];

  it('tell who gets a campaign, their arm, and what it holds', async () => {
    const client = await clientOf(start(documentOf(flag('open'))));
    expect(client.getBooleanDetails('open', false)).to.deep.include({
      value: true,
      reason: 'STATIC',
      variant: 'shown',
      flagMetadata: { why: 'priority:0' },
    });
    expect(client.getStringValue('open', 'none')).to.equal('shown');
    expect(client.getObjectValue('open', {})).to.deep.equal(bar('hello').props);
    expect(client.getStringValue('open.body', 'none')).to.equal('hello');
    expect(client.getNumberValue('open.image.width', 1)).to.equal(640);
    expect(client.getBooleanValue('open.dismissible', true)).to.equal(false);
    expect(client.getObjectValue('open.image', {})).to.deep.equal(image);
  });

  it('give the caller’s default value to who gets nothing, and say why', async () => {
    const engine = start(
      documentOf(
        flag('off', { status: 'paused' }),
        flag('over', { schedule: { to: '2020-01-01T00:00' } }),
        flag('others', { audience: { attr: 'session.count', op: 'gte', value: 900 } }),
        flag('asked', { purpose: 'marketing' }),
        flag('ours', { audience: { attr: 'session.count', op: 'lt', value: 900 } }),
      ),
    );
    engine.setConsent(all);
    await engine.idle();
    const client = await clientOf(engine);
    const said = ['off', 'over', 'others', 'asked', 'ours'].map((key) => {
      const { value, reason, variant, flagMetadata } = client.getBooleanDetails(key, true);
      return [key, value, reason, variant, flagMetadata.why];
    });
    expect(said).to.deep.equal([
      ['off', false, 'DISABLED', undefined, 'status:status:paused'],
      ['over', false, 'DISABLED', undefined, 'schedule:after'],
      ['others', false, 'DEFAULT', undefined, 'audience:false'],
      ['asked', false, 'DEFAULT', undefined, 'consent:consent-denied:marketing'],
      ['ours', true, 'TARGETING_MATCH', 'shown', 'priority:0'],
    ]);
    expect(client.getStringValue('off', 'mine')).to.equal('mine');
    expect(client.getNumberValue('off.image.width', 7)).to.equal(7);
    expect(client.getObjectValue('off', { mine: 1 })).to.deep.equal({ mine: 1 });
  });

  it('name what is no flag, has another type or is asked too early by its error code', async () => {
    const engine = start(documentOf(flag('open')));
    OpenFeature.setProvider('early', openFeatureProvider(engine));
    expect(OpenFeature.getClient('early').getBooleanDetails('open', true)).to.include({
      value: true,
      reason: 'ERROR',
      errorCode: 'PROVIDER_NOT_READY',
    });
    const client = await clientOf(engine);
    const codes = [
      client.getBooleanDetails('opne', true),
      client.getNumberDetails('open', 3),
      client.getStringDetails('open.image.width', 'wide'),
      client.getStringDetails('open.colour', 'red'),
      client.getStringDetails('open.constructor.name', 'own'),
    ].map(({ value, reason, errorCode }) => [value, reason, errorCode]);
    expect(codes).to.deep.equal([
      [true, 'ERROR', 'FLAG_NOT_FOUND'],
      [3, 'ERROR', 'TYPE_MISMATCH'],
      ['wide', 'ERROR', 'TYPE_MISMATCH'],
      ['red', 'ERROR', 'FLAG_NOT_FOUND'],
      ['own', 'ERROR', 'FLAG_NOT_FOUND'],
    ]);
  });

  it('deal the arms of a test as campaigns do, and count each once', async () => {
    const engine = start(
      documentOf(
        flag('split', { experiment: { seed: 's', variants: variants(0) } }),
        flag('held', { holdout: 0.5, experiment: { seed: 's', variants: variants(1) } }),
      ),
    );
    engine.setConsent(all);
    await engine.idle();
    const client = await clientOf(engine);
    for (let turn = 0; turn < 2; turn += 1) {
      expect(client.getStringDetails('split', 'none')).to.include({ value: 'other', reason: 'SPLIT' });
      expect(client.getStringValue('split.body', 'none')).to.equal('bye');
    }
    const { value, reason } = client.getStringDetails('held', 'none');
    expect(reason).to.equal('SPLIT');
    expect(value).to.be.oneOf(['bar', 'held-out']);
    expect(client.getBooleanValue('held', true)).to.equal(value === 'bar');
    expect(client.getStringValue('held.body', 'mine')).to.equal(value === 'bar' ? 'hello' : 'mine');
    await engine.idle();
    const told = (await eventsOf(engine)).map(({ name, props }) => [name, Reflect.get(props, 'campaignId')]);
    expect(told.filter(([name]) => name !== 'experience_decided')).to.deep.equal([
      ['experience_shown', 'split'],
      [value === 'bar' ? 'experience_shown' : 'holdout_reached', 'held'],
    ]);
  });

  it('keep the arm that was shown when a test is dealt otherwise; what was only asked for follows the document', async () => {
    const device = newDevice();
    const shows: Presenter = {
      type: 'announcement',
      refusal: () => null,
      open(_, { shown }) {
        shown();
        return () => {};
      },
    };
    const seen: (readonly string[])[] = [];
    for (const share of [1, 0]) {
      const test = { experiment: { seed: 's', variants: variants(share) }, holdout: 0 };
      const engine = start(
        documentOf(
          flag('shown', { ...test, trigger: { on: 'page' }, placement: { slot: 'home' } }),
          flag('asked', test),
        ),
        { parts: [{ name: 'own', start: ({ ports }) => ports.provide(presenterPort, shows) }] },
        device,
      );
      engine.host.subscribe('home', () => {});
      engine.setConsent(all);
      await engine.idle();
      const client = await clientOf(engine);
      seen.push(['shown', 'asked'].map((key) => client.getStringValue(key, 'none')));
      await engine.stop();
    }
    expect(seen).to.deep.equal([
      ['bar', 'bar'],
      ['bar', 'other'],
    ]);
  });

  it('change with consent and a pause, and say which did', async () => {
    const files: Record<string, string> = {
      'c.json': JSON.stringify(documentOf(flag('open'), flag('personal', { purpose: 'personalization' }))),
      'control.json': '{"paused":[]}',
    };
    const engine = start('c.json', { control: 'control.json', resources: createTestFiles(files) });
    await engine.idle();
    const client = await clientOf(engine);
    const changes: (readonly string[] | undefined)[] = [];
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        const heard: EventHandler = (details) => {
          changes.push(details && 'flagsChanged' in details ? (details.flagsChanged as string[]) : undefined);
          client.removeHandler(ProviderEvents.ConfigurationChanged, heard);
          resolve();
        };
        client.addHandler(ProviderEvents.ConfigurationChanged, heard);
      });
    expect([client.getBooleanValue('open', false), client.getBooleanValue('personal', true)]).to.deep.equal([
      true,
      false,
    ]);
    let changed = next();
    engine.setConsent(all);
    await changed;
    expect(client.getBooleanValue('personal', false)).to.equal(true);
    changed = next();
    files['control.json'] = '{"paused":["open"]}';
    window.dispatchEvent(new Event('focus'));
    await changed;
    expect(client.getBooleanDetails('open', true)).to.include({ value: false, reason: 'DISABLED' });
    expect(changes).to.deep.equal([['personal'], ['open']]);
  });

  it('say that there is no document', async () => {
    const engine = start('gone.json', { resources: createTestFiles({}) });
    const domain = crypto.randomUUID();
    let message = '';
    await OpenFeature.setProviderAndWait(domain, openFeatureProvider(engine)).catch((cause: Error) => {
      message = cause.message;
    });
    expect(message).to.equal('document-unavailable');
    expect(OpenFeature.getClient(domain).getBooleanDetails('open', true)).to.include({ value: true });
  });
});
