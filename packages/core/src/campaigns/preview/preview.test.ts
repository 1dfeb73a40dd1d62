import { type Core, createCore, hostPart, type Inspection, inspector } from '@regulars/core';
import { campaigns, factSourcePort } from '@regulars/core/campaigns';
import { collect } from '@regulars/core/collect';
import { findVisitor, previewParts } from '@regulars/core/preview';
import { tours } from '@regulars/core/tours';
import type { CampaignDocument, ConsentPurpose } from '@regulars/schema';
import { expect } from 'chai';
import fc from 'fast-check';
import { newDevice, startEngine } from '../../../../../test/support/engine.ts';
import { armOf } from '../../rules/assign-variant.ts';
import { imaginePersona } from '../../rules/persona.ts';

const noon = Date.UTC(2026, 5, 1, 12);
const all: readonly ConsentPurpose[] = ['functional', 'analytics', 'personalization', 'marketing'];

const leaf = fc.oneof(
  fc.record({
    attr: fc.constantFrom('cart.total', 'visitor.orders', 'session.count', 'customer.level'),
    op: fc.constantFrom('gte', 'lt', 'eq'),
    value: fc.nat(5),
  }),
  fc.record({
    attr: fc.constant('customer.tier'),
    op: fc.constant('in'),
    value: fc.constant(['gold', 'silver']),
  }),
  fc.record({ attr: fc.constant('customer.id'), op: fc.constant('exists'), value: fc.boolean() }),
  fc.constant({ did: 'order_placed', count: { eq: 0 } }),
);
const condition = fc.oneof(
  leaf,
  fc.record({ all: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
  fc.record({ any: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
  fc.record({ not: leaf }),
);
const campaign = fc.record(
  {
    status: fc.constantFrom('live', 'scheduled', 'paused'),
    priority: fc.nat(3),
    purpose: fc.constantFrom('necessary', 'functional', 'personalization', 'marketing'),
    audience: condition,
    schedule: fc.constantFrom(
      {},
      { from: '2026-06-02T00:00' },
      { to: '2026-05-01T00:00' },
      { from: '2026-05-01T00:00' },
    ),
    holdout: fc.constantFrom(0, 0.5, 1),
    experiment: fc.constant({
      seed: 's',
      variants: [
        { id: 'a', weight: 0.5 },
        { id: 'b', weight: 0.5 },
      ],
    }),
    trigger: fc.constantFrom({ on: 'page' }, { on: 'event', event: 'order_placed' }),
  },
  { requiredKeys: ['status', 'trigger'] },
);
const document = fc.array(campaign, { minLength: 1, maxLength: 5 }).map((list) => ({
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  fallbackLocales: ['en'],
  campaigns: list.map((one, at) => ({
    ...one,
    id: `c${at}`,
    placement: { overlay: 'tour' },
    widget: { type: 'tour', props: { steps: [{ id: 'one', body: 'text', onMissing: 'center' }] } },
    content: { en: { text: 'Hello' } },
  })),
}));
const facts = fc.record(
  {
    'cart.total': fc.nat(5),
    'visitor.orders': fc.nat(3),
    'customer.level': fc.nat(5),
    'customer.tier': fc.constantFrom('gold', 'none'),
    'customer.id': fc.constant('p1'),
  },
  { requiredKeys: [] },
);
const consent = fc.constantFrom(all, ['functional'] as const, ['analytics', 'personalization'] as const, []);

interface Played extends Core {
  inspect(): Inspection;
}

function startPreview(source: object, visitor: Parameters<typeof previewParts>[1], key: string): Played {
  const core = createCore({
    namespace: `regulars/${key}`,
    attention: `regulars-attention/${key}`,
    key,
    locale: 'en',
    clock: () => noon,
    onProblem: () => {},
    parts: previewParts([collect(), hostPart(), campaigns({ document: source }), tours()], visitor),
  });
  return Object.assign(core, { inspect: inspector(core) });
}

const decisions = ({ inspect }: Pick<Played, 'inspect'>): unknown =>
  JSON.parse(
    JSON.stringify(inspect().campaigns.map(({ id, outcome, reasons }) => ({ id, outcome, reasons }))),
  );

/** Decisions once nothing changes them any more: chunks that come late, such as what counts `visits`, decide again. */
async function settle(core: Played, visits = false): Promise<unknown> {
  await core.ready;
  let last: string;
  do {
    last = JSON.stringify(decisions(core));
    await core.idle();
    await new Promise(requestAnimationFrame);
    await core.idle();
  } while (last !== JSON.stringify(decisions(core)) || (visits && core.inspect().sessionNumber === null));
  return decisions(core);
}

describe('preview', () => {
  it('decides as the live page does, whatever document, visitor and consent', async () => {
    await fc.assert(
      fc.asyncProperty(document, facts, consent, async (source, given, granted) => {
        const live = startEngine(newDevice(), source, {
          clock: () => noon,
          parts: [
            {
              name: 'facts',
              start: ({ ports }) => ports.provide(factSourcePort, { name: 'facts', facts: () => given }),
            },
          ],
        });
        live.setConsent(granted);
        // Without analytics a page view from before the yes is not counted as a visit; what the visitor does next is.
        live.track('search_performed', { term: 'lamp' });
        const expected = await settle(
          live,
          granted.some((purpose) => purpose === 'functional'),
        );
        const visitor = {
          anonymousId: live.inspect().anonymousId,
          consent: granted,
          facts: { 'session.count': live.inspect().sessionNumber ?? undefined, ...given },
          counts: {},
        };
        const preview = startPreview(source, visitor, crypto.randomUUID());
        const found = await settle(preview);
        await Promise.all([live.forget().then(live.stop), preview.stop()]);
        expect(found).to.deep.equal(expected);
      }),
      { numRuns: 40 },
    );
  }).timeout(60_000);

  it('C11 stores nothing and tells nobody, also what its visitor does and closes', async () => {
    const key = crypto.randomUUID();
    // Other test files have databases of their own, at the same time and of the same origin.
    const names = async (): Promise<unknown> =>
      (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.includes(key));
    const before = [await names(), JSON.stringify({ ...localStorage })];
    const source = {
      formatVersion: 1,
      revision: 1,
      zone: 'UTC',
      fallbackLocales: ['en'],
      campaigns: [
        {
          id: 'hello',
          status: 'live',
          trigger: { on: 'page' },
          frequency: { maxShows: 1 },
          placement: { overlay: 'tour' },
          widget: { type: 'tour', props: { steps: [{ id: 'one', body: 'text', onMissing: 'center' }] } },
          content: { en: { text: 'Hello' } },
        },
      ],
    };
    const visitor = { ...imaginePersona('returning', noon), anonymousId: 'preview-1', consent: all };
    const preview = startPreview(source, visitor, key);
    await preview.ready;
    await preview.idle();
    expect(decisions(preview)).to.have.nested.property('[0].outcome', 'reserved');
    expect(preview.track('search_performed', { term: 'lamp' })).to.equal(null);
    await preview.forget();
    await preview.flush();
    expect((await preview.exportJourney())?.events ?? []).to.deep.equal([]);
    await preview.stop();
    expect([await names(), JSON.stringify({ ...localStorage })]).to.deep.equal(before);
  });

  it('finds a visitor of every arm, and tells when there is none', () => {
    const experiment = {
      seed: 's',
      variants: [
        { id: 'common', weight: 0.999 },
        { id: 'rare', weight: 0.001 },
        { id: 'never', weight: 0 },
      ],
    };
    const campaign = {
      id: 'c',
      holdout: 0.1,
      experiment,
      widget: { type: 'tour' },
    } as unknown as CampaignDocument['campaigns'][number];
    const armFor = (variant: string | undefined): unknown => {
      const anonymousId = findVisitor({}, campaign, variant);
      return anonymousId && armOf(campaign, {}, { anonymousId });
    };
    expect(armFor('common')).to.deep.equal({ held: null, variantId: 'common' });
    expect(armFor('rare')).to.deep.equal({ held: null, variantId: 'rare' });
    expect(armFor('holdout')).to.have.property('held', 'holdout');
    expect(armFor(undefined)).to.have.property('held', null);
    expect(armFor('never')).to.equal(null);
  });
});
