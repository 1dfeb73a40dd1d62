import { myAdapter } from '../../../test/examples/adapter/my-adapter.ts';
import { type FakeMood, openFakeBackend } from '../../../test/support/fake-backend.ts';
import { type BackendMood, deliveryContract } from './contract.ts';

const moods: Readonly<Record<BackendMood, FakeMood>> = {
  accepting: { status: 200 },
  picky: { status: 200 },
  busy: { status: 429 },
  'too-large': { status: 413 },
  refusing: { status: 403 },
  failing: { status: 500 },
  garbage: { status: 200, body: '<html>', type: 'text/html' },
  hanging: { status: 200, hang: 5000 },
  down: { cut: true },
};

describe('the adapter of the README keeps the contract', () => {
  const backend = openFakeBackend();
  const cases = deliveryContract({
    create: () => myAdapter(`${backend.url}/batch`),
    setMood: (mood) => backend.setMood(moods[mood]),
    received: async () =>
      (await backend.log()).map(({ body }) => JSON.parse(body).events.map(({ id }: { id: string }) => id)),
    without: { picky: 'it has no verdict per event' },
  });
  for (const { name, run } of cases) it(name, () => run());
});
