import { expect } from 'chai';
import { newDevice, startEngine, type TestEngine } from '../../../../test/support/engine.ts';
import type { Part } from '../journey/part.ts';
import { presenterPort } from './presenter-port.ts';

const contentFor = (id: string, campaign: string) => ({
  id,
  status: 'live',
  purpose: 'necessary',
  audience: { attr: 'utm.campaign', op: 'eq', value: campaign },
  trigger: { on: 'page' },
  placement: { slot: 'hero' },
  widget: { type: 'carousel', props: { min: 2, strategy: 'for-you', max: 4 } },
  content: { en: { title: id } },
});
const document_ = {
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  fallbackLocales: ['en'],
  campaigns: [contentFor('spring-hero', 'spring'), contentFor('winter-hero', 'winter')],
};

/** Stands in for the lists: whatever is decided is shown. */
const showing: Part = {
  name: 'showing',
  start: ({ ports }) =>
    ports.provide(presenterPort, {
      type: 'carousel',
      refusal: () => null,
      open: (_decision, { shown }) => {
        shown();
        return () => {};
      },
    }),
};

describe('what a visitor lands on', () => {
  const address = location.href;
  let engine: TestEngine;
  afterEach(async () => {
    await engine.stop();
    history.replaceState(null, '', address);
  });

  for (const [query, wanted] of [
    ['?utm_source=letter&utm_campaign=spring', { 'spring-hero': true, 'winter-hero': false }],
    ['?utm_source=letter&utm_campaign=winter', { 'spring-hero': false, 'winter-hero': true }],
    ['', { 'spring-hero': false, 'winter-hero': false }],
  ] as const)
    it(`matches the ad that led there, without any consent: "${query}"`, async () => {
      history.replaceState(null, '', `${location.pathname}${query}`);
      engine = startEngine(newDevice(), document_, { parts: [showing] });
      engine.host.subscribe('hero', () => {});
      engine.page();
      await engine.idle();
      expect(engine.problems).to.deep.equal([]);
      const audience = engine
        .inspect()
        .campaigns.map(({ id, reasons }) => [id, reasons.find(({ step }) => step === 'audience')?.ok]);
      expect(Object.fromEntries(audience)).to.deep.equal(wanted);
      expect(engine.delivery.batches).to.deep.equal([]);
    });
});
