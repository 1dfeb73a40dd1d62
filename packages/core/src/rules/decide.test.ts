import type { CampaignDocument } from '@regulars/schema';
import { expect } from 'chai';
import fc from 'fast-check';
import { decisionInput } from '../../../../test/support/vector-runs.ts';
import { assignVariant } from './assign-variant.ts';
import { compileDocument } from './compile-campaign.ts';
import { decide } from './decide.ts';
import type { DecideInput } from './decision.ts';
import { explain } from './explain.ts';
import type { FactValue } from './fact.ts';

const vectorsAt = async <T>(name: string): Promise<T> =>
  (await fetch(new URL(`../../../../test/vectors/${name}.json`, import.meta.url))).json();
const decisions = await vectorsAt<{
  readonly now: number;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly cases: readonly { readonly campaigns: readonly object[] }[];
}>('decisions');

const documentOf = (campaigns: readonly object[]) => ({
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  fallbackLocales: ['en'],
  campaigns,
});

function inputFor(document: CampaignDocument): DecideInput {
  return decisionInput(document, {}, decisions);
}

function inputOf(campaigns: readonly object[]): DecideInput {
  const { document } = compileDocument(documentOf(campaigns));
  if (!document) throw new TypeError('the vector does not compile');
  return inputFor(document);
}

describe('decisions', () => {
  it('are explained one line a reason, with the nodes that did not hold', () => {
    const audience = {
      all: [
        { attr: 'page.type', op: 'eq', value: 'home' },
        { attr: 'session.count', op: 'eq', value: 1 },
      ],
    };
    const [first] = decide(inputOf([{ ...decisions.cases[0]?.campaigns[0], audience }]));
    expect(explain(first?.reasons ?? []).at(-1)).to.equal(
      '✗ audience: the audience does not match [false] (the whole condition, all[0])',
    );
  });
});

describe('variants', () => {
  const experiment = (coverage: number) => ({
    seed: 'seed',
    coverage,
    variants: [
      { id: 'one', weight: 0.5 },
      { id: 'two', weight: 0.5 },
    ],
  });
  it('keep their starts when the coverage shrinks', () => {
    // Places: seed/a 0.0505, seed/b 0.2696.
    expect(assignVariant(experiment(1), 'b')).to.equal('one');
    expect(assignVariant(experiment(0.5), 'a')).to.equal('one');
    expect(assignVariant(experiment(0.5), 'b')).to.equal(null);
  });
  it('share visitors by weight within three standard errors', () => {
    const found = Array.from({ length: 10_000 }, (_, at) => assignVariant(experiment(1), `visitor-${at}`));
    expect(found.filter((one) => one === 'one').length).to.be.within(4850, 5150);
  });
});

describe('the compiler', () => {
  const good = { ...decisions.cases[0]?.campaigns[0], id: 'good' };
  const problemsOf = (bad: unknown) =>
    compileDocument(documentOf([bad as object, good])).problems.map(({ code, key }) => `${code} ${key}`);
  const deep = (levels: number): object => (levels ? { not: deep(levels - 1) } : { attr: 'a', op: 'exists' });
  const refused: readonly (readonly [string, unknown])[] = [
    ['campaign-invalid #0', null],
    ['id-invalid #0', { ...good, id: 7 }],
    ['id-repeated good', good],
    ['status-invalid bad', { ...good, id: 'bad', status: 1 }],
    ['condition-too-deep bad', { ...good, id: 'bad', audience: deep(8) }],
    ['condition-too-large bad', { ...good, id: 'bad', audience: { all: Array(200).fill(deep(0)) } }],
    ['operator-unknown bad', { ...good, id: 'bad', audience: { attr: 'a', op: 'constructor' } }],
    ['audience-unknown bad', { ...good, id: 'bad', audience: { use: 'toString' } }],
    ['condition-unknown bad', { ...good, id: 'bad', audience: { maybe: 1 } }],
    ['trigger-invalid bad', { ...good, id: 'bad', trigger: { on: 'scroll' } }],
    ['trigger-invalid bad', { ...good, id: 'bad', trigger: [] }],
    ['schedule-invalid bad', { ...good, id: 'bad', schedule: { from: 'soon' } }],
    ['placement-invalid bad', { ...good, id: 'bad', placement: {} }],
    ['content-invalid bad', { ...good, id: 'bad', content: { en: { title: 5 } } }],
    ['frequency-invalid bad', { ...good, id: 'bad', frequency: { stopOn: ['constructor'] } }],
    ['widget-unknown bad', { ...good, id: 'bad', widget: { type: '__proto__', props: {} } }],
    ['widget-invalid bad', { ...good, id: 'bad', widget: { type: 'tour', props: { steps: [] } } }],
    ['widget-invalid bad', { ...good, id: 'bad', widget: { type: 'wheel', props: {} } }],
    ['experiment-invalid bad', { ...good, id: 'bad', experiment: { seed: 's', variants: 3 } }],
    ['string-too-long bad', { ...good, id: 'bad', notes: 'x'.repeat(10_001) }],
  ];
  for (const [problem, bad] of refused) {
    it(`refuses one campaign with ${problem}, never the document`, () => {
      const first = problem.startsWith('id-repeated') ? [problem] : problemsOf(bad);
      expect(problem.startsWith('id-repeated') ? problemsOf(bad) : first).to.deep.equal([problem]);
      expect(
        compileDocument(documentOf([bad as object, good])).document?.campaigns.map(({ id }) => id),
      ).to.deep.equal(['good']);
    });
  }

  it('ignores keys that it does not know and decides the same', () => {
    const { document, problems } = compileDocument(documentOf([{ ...good, colour: 'red' }]));
    expect(problems).to.deep.equal([]);
    expect(document?.campaigns).to.have.length(1);
  });

  it('takes 500 campaigns and names the rest', () => {
    const many = Array.from({ length: 501 }, (_, at) => ({ ...good, id: `c${at}` }));
    const { document, problems } = compileDocument(documentOf(many));
    expect(document?.campaigns).to.have.length(500);
    expect(problems.map(({ code }) => code)).to.deep.equal(['too-many-campaigns']);
  });

  it('reads text and value alike', () => {
    const source = documentOf([good, { ...good, id: 'bad', widget: null }]);
    expect(compileDocument(JSON.stringify(source))).to.deep.equal(compileDocument(source));
  });

  it('never throws, and what it passes is decided without a throw', () => {
    const campaigns = fc.array(
      fc.oneof(
        fc.jsonValue(),
        fc
          .tuple(fc.constantFrom(...Object.keys(good), '__proto__'), fc.jsonValue())
          .map(([key, value]) =>
            JSON.parse(
              `${JSON.stringify({ ...good, id: 'c' }).slice(0, -1)},${JSON.stringify(key)}:${JSON.stringify(value)}}`,
            ),
          ),
      ),
      { maxLength: 4 },
    );
    let compiled = 0;
    fc.assert(
      fc.property(campaigns, fc.jsonValue(), (list, rest) => {
        const source = { ...documentOf(list), caps: rest, audiences: rest, pools: rest };
        const { document } = compileDocument(JSON.stringify(source));
        if (!document) return;
        compiled += document.campaigns.length;
        expect(decide(inputFor(document)).length).to.equal(document.campaigns.length);
      }),
      { numRuns: 1500 },
    );
    expect(compiled).to.be.above(100);
  });
});
