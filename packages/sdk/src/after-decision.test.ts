import { expect } from 'chai';
import { until } from '../../../test/support/until.ts';
import { createAfterDecision } from './after-decision.ts';

type Context = Parameters<ReturnType<typeof createAfterDecision>>[0];
type Listener = Parameters<Context['journey']['onEvent']>[0];

/** A page on which the campaigns are busy until `settle`, and what happens on it is told by `happen`. */
function createPage(allowed = true) {
  let isAllowed = allowed;
  let asked = 0;
  let settle = (): void => {};
  const done = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const listeners = new Set<Listener>();
  const answered = new Set<() => void>();
  const ran: string[] = [];
  const context = {
    journey: {
      flush: async () => {},
      onEvent(listener: Listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    consent: {
      allows: () => isAllowed,
      subscribe(listener: () => void) {
        answered.add(listener);
        return () => answered.delete(listener);
      },
    },
  } satisfies Context;
  const settled = (): Promise<void> => {
    asked += 1;
    return done;
  };
  const stop = createAfterDecision(settled)(context, () => ran.push('work'));
  return {
    ran,
    stop,
    settle,
    /** Resolves when the campaigns were asked so often whether they are busy. */
    asked: (times: number) => until(() => asked >= times),
    happen(name: string) {
      for (const tell of [...listeners]) tell({ name } as Parameters<Listener>[0]);
    },
    allow: () => {
      isAllowed = true;
      for (const tell of [...answered]) tell();
    },
    listening: () => listeners.size + answered.size,
  };
}

describe('work after the first decision', () => {
  it('begins with the decision, once, however long it takes', async () => {
    const page = createPage();
    await page.asked(1);
    page.happen('page_viewed');
    expect(page.ran).to.deep.equal([]);
    page.happen('experience_decided');
    page.happen('experience_decided');
    page.settle();
    await page.asked(2);
    await new Promise(requestAnimationFrame);
    expect(page.ran).to.deep.equal(['work']);
    expect(page.listening()).to.equal(0);
  });

  it('begins where nothing is decided, once the campaigns have nothing under way', async () => {
    const page = createPage();
    await page.asked(1);
    expect(page.ran).to.deep.equal([]);
    page.settle();
    await until(() => page.ran.length > 0);
    expect(page.ran).to.deep.equal(['work']);
  });

  it('waits for leave to measure', async () => {
    const page = createPage(false);
    page.settle();
    page.happen('experience_decided');
    await page.asked(2);
    expect(page.ran).to.deep.equal([]);
    page.allow();
    await until(() => page.ran.length > 0);
    expect(page.ran).to.deep.equal(['work']);
  });

  it('never begins after its stop', async () => {
    const page = createPage();
    page.stop();
    page.settle();
    page.happen('experience_decided');
    await page.asked(2);
    await new Promise(requestAnimationFrame);
    expect(page.ran).to.deep.equal([]);
    expect(page.listening()).to.equal(0);
  });
});
