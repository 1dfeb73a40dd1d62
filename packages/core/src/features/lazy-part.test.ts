import type { CampaignDocument } from '@regulars/schema';
import { expect } from 'chai';
import { campaigns } from '../campaigns/index.ts';
import { collect } from '../collect/index.ts';
import { createCore } from '../create-core.ts';
import type { CodedProblem } from '../errors/problem-sink.ts';
import { hostPart } from '../host/host-part.ts';
import { inspector } from '../inspector.ts';
import type { Part } from '../journey/part.ts';
import { lazyPart } from './lazy-part.ts';
import { tours } from './tours/index.ts';

const document: CampaignDocument = {
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  fallbackLocales: ['en'],
  campaigns: [
    {
      id: 'tour',
      status: 'live',
      trigger: { on: 'page' },
      placement: { overlay: 'tour' },
      widget: { type: 'tour', props: { steps: [{ id: 'one', body: 'hello', onMissing: 'center' }] } },
      content: { en: { hello: 'Hello' } },
    },
  ],
};

/** A core whose tours come from `load`, with a listener on the overlay as the SDK has one. */
function start(load: () => Promise<Part>, source: CampaignDocument = document) {
  const key = crypto.randomUUID();
  const problems: CodedProblem[] = [];
  const core = createCore({
    namespace: `regulars/${key}`,
    attention: `attention/${key}`,
    key,
    parts: [
      collect(),
      hostPart(),
      campaigns({ document: source }),
      lazyPart({ name: 'tours', types: ['tour'], stored: 'tour:', load }),
    ],
    onProblem: (problem) => problems.push(problem),
  });
  let told = 0;
  core.host.subscribe('overlay', () => {
    told += 1;
  });
  core.setConsent(['functional', 'analytics', 'personalization']);
  return { core, problems, told: () => told };
}

describe('lazy part', () => {
  it('is fetched once its campaign has won, and tells those who listened before', async () => {
    let loads = 0;
    const { core, told } = start(async () => {
      loads += 1;
      return tours();
    });
    await core.idle();
    expect(loads).to.equal(1);
    expect(told()).to.be.above(0);
    expect(core.host.read('overlay')?.type).to.equal('tour');
    await core.stop();
  });

  it('is not fetched where nothing of it is decided or unfinished', async () => {
    let loads = 0;
    const none = { ...document, campaigns: [] };
    const { core } = start(async () => {
      loads += 1;
      return tours();
    }, none);
    await core.idle();
    expect(loads).to.equal(0);
    await core.stop();
  });

  it('names a fetch that failed once, and shows nothing', async () => {
    const { core, problems } = start(() => Promise.reject(new TypeError('no chunk')));
    await core.idle();
    expect(problems.map(({ code, key }) => [code, key])).to.deep.equal([['part-unavailable', 'tours']]);
    expect(core.host.read('overlay')).to.equal(null);
    expect(inspector(core)().campaigns[0]?.outcome).to.not.equal('shown');
    await core.stop();
  });

  it('starts nothing when the core stopped while it was fetched', async () => {
    let started = 0;
    let arrive = (_part: Part): void => {};
    let asked = (): void => {};
    const asking = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const { core } = start(() => {
      asked();
      return new Promise((resolve) => {
        arrive = resolve;
      });
    });
    await asking;
    await core.stop();
    arrive({
      name: 'late',
      start() {
        started += 1;
        return () => {};
      },
    });
    await Promise.resolve();
    expect(started).to.equal(0);
  });
});
