import type { BackendMood } from '@regulars/adapters/contract';
import type { FakeMood } from './fake-backend.ts';

/** How a vendor's backend answers in each mood of the delivery contract. */
export const vendorMoods: Readonly<Record<BackendMood, FakeMood>> = {
  accepting: { status: 200, body: '{"status":1}' },
  picky: { status: 200 },
  busy: { status: 429, headers: { 'retry-after': '2' }, body: '{}' },
  'too-large': { status: 413, body: '{}' },
  refusing: { status: 401, body: '{}' },
  failing: { status: 500, body: 'oops', type: 'text/plain' },
  garbage: { status: 200, body: '<html>', type: 'text/html' },
  hanging: { status: 200, hang: 5000 },
  down: { cut: true },
};
