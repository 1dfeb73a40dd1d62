import { deliverTo } from '@regulars/core';
import { expect } from 'chai';
import { everything, startJourney } from '../../../test/support/journey.ts';
import { sampleBatch } from './contract.ts';
import { klaviyoAdapter } from './klaviyo.ts';

interface Told {
  readonly data: {
    readonly attributes: {
      readonly events: { readonly data: readonly { readonly attributes: { readonly unique_id: string } }[] };
    };
  };
}

/** A Klaviyo that refuses a whole request when it has one of its events already, as its OpenAPI document says. */
function openKlaviyo() {
  const { fetch } = globalThis;
  const has: string[] = [];
  let isCut = false;
  globalThis.fetch = async (_url, init) => {
    const { data } = JSON.parse(String(init?.body)) as Told;
    const ids = data.attributes.events.data.map(({ attributes }) => attributes.unique_id);
    if (ids.some((id) => has.includes(id))) {
      const pointer = '/data/attributes/events/data/0/attributes/unique_id';
      const error = {
        id: 'e1',
        code: 'duplicate',
        title: 'Conflict.',
        detail: 'Known.',
        source: { pointer },
      };
      return new Response(JSON.stringify({ errors: [error] }), { status: 409 });
    }
    has.push(...ids);
    if (isCut) throw new TypeError('the line was cut after the body');
    return new Response(null, { status: 202 });
  };
  return {
    has,
    cut: (value: boolean) => {
      isCut = value;
    },
    end: () => {
      globalThis.fetch = fetch;
    },
  };
}

const adapter = () => klaviyoAdapter({ companyId: 'ABC', profile: () => ({ external_id: 'customer-1' }) });

describe('Klaviyo and events that it has', () => {
  it('delivers the rest of a batch whose head it has, and gives nothing up', async () => {
    const klaviyo = openKlaviyo();
    const tab = startJourney();
    const ending = new AbortController();
    const sync = deliverTo([adapter()])({
      ...tab,
      key: 'test-key',
      credentials: { customer: null },
      random: () => 0.5,
      newId: () => crypto.randomUUID(),
      signal: ending.signal,
    });
    try {
      tab.consent.set(everything);
      await tab.journey.ready();
      tab.journey.track('page_viewed', {});
      await tab.journey.flush();
      klaviyo.cut(true);
      await sync.send();
      const first = [...klaviyo.has];
      expect(first.length).to.be.greaterThan(1);
      klaviyo.cut(false);
      tab.journey.track('search_performed', { term: 'hat' });
      await tab.journey.flush();
      tab.clock.ms += 3_600_000;
      // After a wait each cut is a turn of its own: four events, halved to one.
      for (let turn = 0; turn < 8; turn++) await sync.send();
      const row = await tab.storage.base.run(['dest'], 'readonly', ({ dest }) => dest.get<object>('klaviyo'));
      expect(row).to.include({ sent: first.length + 1 });
      expect(row).to.not.have.property('dropped');
      expect(klaviyo.has.length).to.equal(first.length + 1);
      expect(new Set(klaviyo.has).size).to.equal(klaviyo.has.length);
    } finally {
      ending.abort();
      await sync.stop();
      await tab.end();
      klaviyo.end();
    }
  });

  it('takes no other refusal for a repeat', async () => {
    const { fetch } = globalThis;
    const errors = [{ id: 'e1', code: 'invalid', title: 'Invalid.', detail: 'The metric has no name.' }];
    globalThis.fetch = async () => new Response(JSON.stringify({ errors }), { status: 400 });
    const outcome = await adapter().send(sampleBatch(1), { signal: new AbortController().signal });
    globalThis.fetch = fetch;
    expect(outcome).to.deep.equal({ type: 'too-large' });
  });
});
