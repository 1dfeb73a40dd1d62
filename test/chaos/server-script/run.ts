import { exactly, type Run, shown } from '../../bench/row.ts';
import type { Treatment } from '../support/backend.ts';
import { type Change, capsRaised } from '../support/build-page.ts';
import { inShop, openShop } from '../support/device.ts';
import { drain } from '../support/drain.ts';
import { ledgerRows, mutantFails, usualRows } from '../support/ledger.ts';
import { type Lived, onDevice, type Suffered } from '../support/on-device.ts';

/** The mutant takes every answer for a yes. */
const credulous: Change = {
  file: 'adapters/src/read-send-outcome.ts',
  from: 'const { status, headers, body } = answer;',
  to: "const { status, headers, body } = answer; if (status !== 200) return { type: 'accepted' };",
};

const json = (status: number, body: object = {}, more: Partial<Treatment> = {}): Treatment => ({
  taken: false,
  status,
  body,
  ...more,
});

/** What the backend does to one batch after the other, again and again. */
const script: readonly Treatment[] = [
  json(500),
  json(200, { type: 'accepted' }, { taken: true }),
  json(429, { reason: 'rate-limited', retryAfterMs: 2000 }, { headers: { 'retry-after': '2' } }),
  // It stored the batch and said so too late, or to nobody.
  json(503, {}, { taken: true }),
  json(0),
  json(0, {}, { taken: true }),
  json(413),
  json(200, { type: 'accepted' }, { taken: true }),
  // Longer than the adapter waits.
  json(200, { type: 'accepted' }, { afterMs: 2500 }),
  json(422),
  json(404),
];

interface Outcome extends Lived {
  readonly asked: number;
}

const suffer = (rounds: number, changes: readonly Change[]): Promise<Outcome & Suffered> =>
  onDevice(changes, async ({ backend, device }) => {
    let asked = 0;
    backend.treat(() => script[asked++ % script.length] ?? json(500));
    const browser = await device.start();
    const page = await openShop(browser, backend.url);
    for (let round = 0; round < rounds * script.length; round++)
      await inShop(page, async (chaos) => {
        chaos.track(10);
        // Past any wait: a pause of ten minutes, an ordered hour.
        chaos.shiftMs += 3_600_000;
        await chaos.flush();
      });
    const tracked = await inShop(page, (chaos) => chaos.labels());
    backend.treat(() => json(200, { type: 'accepted' }, { taken: true }));
    await inShop(page, async (chaos) => {
      chaos.shiftMs += 3_600_000;
      await chaos.flush();
    });
    await drain(browser, `${backend.url}/?shift=${(rounds * script.length + 2) * 3_600_000}`);
    await browser.close();
    return { tracked, asked };
  });

/** The backend fails by script: 500, 429, silence, cut lines, 413, 422, 404, and batches taken whose answer never came. */
export const run: Run = async ({ scaled, log }) => {
  const rounds = scaled(20);
  log(`${rounds} times through ${script.length} kinds of answer`);
  const { backend, tracked, lost, receipts, asked } = await suffer(rounds, [capsRaised]);
  const usual = await suffer(Math.ceil(rounds / 4), []);
  const mutant = await suffer(1, [capsRaised, credulous]);
  return [
    exactly('events lost', 'events', lost, 0),
    exactly('receipts for what was not lost', 'events', receipts, 0),
    ...ledgerRows(backend, tracked.length),
    shown('batches that met the script', 'batches', asked),
    ...usualRows(usual),
    mutantFails('that takes every answer for a yes loses events', 'events', mutant.lost),
  ];
};
