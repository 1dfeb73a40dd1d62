import type { PartContext } from '@regulars/core';
import { expect } from 'chai';
import { createAfterDecision } from './after-decision.ts';

type Context = Parameters<ReturnType<typeof createAfterDecision>>[0];

/** A page on which the campaigns are busy until `settle`, and what happens on it is told by `happen`. */
function createPage(allowed = true) {
  let isAllowed = allowed;
  let settle = (): void => {};
  const done = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const listeners = new Set<(event: { name: string }) => void>();
  const answered = new Set<() => void>();
  const ran: string[] = [];
  const context = {
    journey: {
      flush: async () => {},
      onEvent(listener: (event: { name: string }) => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    } as unknown as PartContext['journey'],
    consent: {
      allows: () => isAllowed,
      subscribe(listener: () => void) {
        answered.add(listener);
        return () => answered.delete(listener);
      },
    } as unknown as PartContext['consent'],
  } satisfies Context;
  const stop = createAfterDecision(() => done)(context, () => ran.push('work'));
  return {
    ran,
    stop,
    settle,
    happen(name: string) {
      for (const tell of [...listeners]) tell({ name });
    },
    allow: () => {
      isAllowed = true;
      for (const tell of [...answered]) tell();
    },
    listening: () => listeners.size + answered.size,
  };
}
/** Lets everything run that needs no more than a turn. */
async function turns() {
  for (const _ of [1, 2]) await new Promise((resolve) => setTimeout(resolve));
}

describe('work after the first decision', () => {
  it('begins with the decision, once, however long it takes', async () => {
    const page = createPage();
    await turns();
    page.happen('page_viewed');
    expect(page.ran).to.deep.equal([]);
    page.happen('experience_decided');
    page.happen('experience_decided');
    page.settle();
    await turns();
    expect(page.ran).to.deep.equal(['work']);
    expect(page.listening()).to.equal(0);
  });

  it('begins where nothing is decided, once the campaigns have nothing under way', async () => {
    const page = createPage();
    await turns();
    expect(page.ran).to.deep.equal([]);
    page.settle();
    await turns();
    expect(page.ran).to.deep.equal(['work']);
  });

  it('waits for leave to measure', async () => {
    const page = createPage(false);
    page.settle();
    page.happen('experience_decided');
    await turns();
    expect(page.ran).to.deep.equal([]);
    page.allow();
    await turns();
    expect(page.ran).to.deep.equal(['work']);
  });

  it('never begins after its stop', async () => {
    const page = createPage();
    page.stop();
    page.settle();
    page.happen('experience_decided');
    await turns();
    expect(page.ran).to.deep.equal([]);
    expect(page.listening()).to.equal(0);
  });
});
