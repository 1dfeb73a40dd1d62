import { expect } from 'chai';
import { whenDataAllows } from './when-data-allows.ts';

describe('when data allows', () => {
  const saveData = (on: boolean): void =>
    void Object.defineProperty(navigator, 'connection', { value: { saveData: on }, configurable: true });
  afterEach(() => Reflect.deleteProperty(navigator, 'connection'));

  /** `true` when the promise is already settled. */
  const isSettled = (promise: Promise<void>): Promise<boolean> =>
    Promise.race([promise.then(() => true), Promise.resolve().then(() => Promise.resolve(false))]);

  it('is now where the visitor saves no data', async () => {
    saveData(false);
    expect(await isSettled(whenDataAllows(new AbortController().signal))).to.equal(true);
  });

  for (const act of ['pointerdown', 'keydown', 'scroll']) {
    it(`waits for the visitor's act where data is saved: ${act}`, async () => {
      saveData(true);
      const allowed = whenDataAllows(new AbortController().signal);
      expect(await isSettled(allowed)).to.equal(false);
      document.body.dispatchEvent(new Event(act));
      await allowed;
    });
  }

  it('listens no more after the engine has stopped', async () => {
    saveData(true);
    const stop = new AbortController();
    const allowed = whenDataAllows(stop.signal);
    stop.abort();
    document.body.dispatchEvent(new Event('pointerdown'));
    expect(await isSettled(allowed)).to.equal(false);
  });
});
