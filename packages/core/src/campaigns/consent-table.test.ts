import { type Core, createCore, hostPart, inspector } from '@regulars/core';
import { type Decision, campaigns as decided, type Presenter, presenterPort } from '@regulars/core/campaigns';
import { collect } from '@regulars/core/collect';
import type { ConsentPurpose, Widget } from '@regulars/schema';
import { expect } from 'chai';
import { newDevice } from '../../../../test/support/engine.ts';
import { elementLoaders } from '../../../widgets/src/element-loaders.ts';
import { allPurposes } from '../consent/purpose-table.ts';
import type { Part } from '../journey/part.ts';
import { compiledForm } from '../rules/compiled-form.ts';

/** Widgets that lie over the page, and how. */
const overlays = [
  ['tour', 'tour'],
  ['announcement', 'modal'],
  ['announcement', 'bar'],
  ['wheel', 'modal'],
  ['hint', 'card'],
] as const;
type Purpose = ConsentPurpose;
/** What the visitor said, in the order of a visit. */
type State = 'pending' | 'denied' | 'granted' | 'withdrawn';

/** The table, by hand: what shows by itself where, of a campaign of a purpose, while that purpose is in a state. */
const isShown = (place: 'slot' | 'overlay', purpose: Purpose, state: State): boolean =>
  // What needs nobody's leave stands in the page; what lies over it needs caps, and so `functional`, always.
  purpose === 'necessary' ? place === 'slot' || state === 'granted' : state === 'granted';

/** Stands in for the features: whatever is decided is shown. */
function showAll(types: readonly string[]): Part & { readonly open: Set<string> } {
  const open = new Set<string>();
  return {
    name: 'show-all',
    open,
    start({ ports }) {
      const stops = types.map((type) => {
        const presenter: Presenter = {
          type: type as Widget['type'],
          refusal: () => null,
          open({ campaign: { id } }: Decision, { shown }) {
            open.add(id);
            shown();
            return () => open.delete(id);
          },
        };
        return ports.provide(presenterPort, presenter);
      });
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

const campaignOf = (type: string, purpose: Purpose, placement: object) => ({
  id: `${type}-${purpose}`,
  status: 'live',
  purpose,
  trigger: { on: 'page' },
  frequency: {},
  placement,
  widget: { type, props: {} },
  content: { en: {} },
});
const documentOf = (campaigns: readonly object[]) => ({
  compiled: compiledForm,
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  fallbackLocales: ['en'],
  caps: { quietPaths: [] },
  campaigns,
});

describe('what consent lets show: widget by purpose by answer', () => {
  // All elements of the manifest that show a campaign, see `test/architecture/privacy.test.ts`.
  const types = Object.keys(elementLoaders);
  const running: Core[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });
  const start = (campaigns: readonly { readonly placement: object }[]) => {
    const showing = showAll(types);
    const document = documentOf(campaigns);
    const { name, key } = newDevice();
    const problems: string[] = [];
    const core = createCore({
      namespace: name,
      key,
      attention: `${name}-attention`,
      onProblem: ({ code }) => problems.push(code),
      resources: { load: async () => ({ type: 'fresh', body: JSON.stringify(document) }) },
      parts: [collect(), hostPart(), decided({ document: 'campaigns.json' }), showing],
    });
    const engine = Object.assign(core, { problems, inspect: inspector(core) });
    running.push(engine);
    for (const { placement } of campaigns)
      engine.host.subscribe(String(Object.values(placement)[0]), () => {});
    /** The visitor's answer, and a page view after it. */
    const answer = async (granted: readonly Purpose[] | null): Promise<void> => {
      engine.setConsent(granted);
      engine.page();
      await engine.idle();
    };
    return { engine, answer, open: showing.open };
  };
  /** Puts a purpose into a state, as pages of one visit do. */
  const answers = (
    purpose: Purpose,
    also: readonly Purpose[] = [],
  ): (readonly [State, readonly Purpose[] | null])[] => [
    ['pending', null],
    ['denied', allPurposes.filter((one) => one !== purpose && !also.includes(one))],
    ['granted', [purpose, ...also]],
    ['withdrawn', []],
  ];

  for (const purpose of allPurposes)
    it(`in the page, purpose ${purpose}`, async () => {
      const campaigns = types.map((type) => campaignOf(type, purpose, { slot: type }));
      const { engine, answer, open } = start(campaigns);
      await engine.idle();
      for (const [state, granted] of answers(purpose)) {
        await answer(granted);
        const wanted = isShown('slot', purpose, state) ? campaigns.map(({ id }) => id) : [];
        expect([...open].sort(), state).to.deep.equal(wanted.sort());
        if (wanted.length > 0) continue;
        const reasons = engine.inspect().campaigns.map(({ reasons: all }) => all.at(-1)?.why);
        const why = state === 'pending' ? 'consent-pending' : `consent-denied:${purpose}`;
        expect([...new Set(reasons)], state).to.deep.equal([why]);
      }
      expect(engine.problems).to.deep.equal([]);
    });

  for (const [type, overlay] of overlays)
    for (const purpose of allPurposes)
      it(`${type} over the page as ${overlay}, purpose ${purpose}`, async () => {
        const { engine, answer, open } = start([campaignOf(type, purpose, { overlay })]);
        await engine.idle();
        for (const [state, granted] of answers(purpose, ['functional'])) {
          await answer(granted);
          expect(open.size, `${state} ${JSON.stringify(engine.inspect().campaigns)}`).to.equal(
            Number(isShown('overlay', purpose, state)),
          );
        }
      });

  it('opens what lies over the page on the very page of an answer that grants functional alone', async () => {
    const { engine, open } = start([campaignOf('announcement', 'functional', { overlay: 'bar' })]);
    await engine.idle();
    engine.setConsent(['functional']);
    await engine.idle();
    expect([...open]).to.deep.equal(['announcement-functional']);
  });
});
