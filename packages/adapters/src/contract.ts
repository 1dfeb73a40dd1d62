import type { DeliveryPort, SendOutcome } from '@regulars/core';
import type { SignalBatch } from '@regulars/schema';

/** How the backend behind the adapter shall answer from now on. */
export type BackendMood =
  | 'accepting'
  /** Takes a batch but for its first event, where the backend can say so. */
  | 'picky'
  /** Asks to come back in two seconds. */
  | 'busy'
  | 'too-large'
  /** Does not know the key. */
  | 'refusing'
  /** Fails inside. */
  | 'failing'
  /** Answers what is not its language. */
  | 'garbage'
  /** Never answers. */
  | 'hanging'
  /** Cannot be reached. */
  | 'down';

/** What an adapter's author gives: the adapter, and a hand on its backend. */
export interface ContractBench {
  /** The adapter under test, fresh for each case. */
  create(): DeliveryPort;
  /** Sets the backend's mood; resolves when it holds. */
  setMood(mood: BackendMood): Promise<void>;
  /** Event ids that reached the backend, one list a body, oldest first. */
  received(): Promise<readonly (readonly string[])[]>;
  /** Moods this backend cannot play, with the reason; their cases are left out. */
  readonly without?: Partial<Readonly<Record<BackendMood, string>>> | undefined;
  /** The destination is in the page itself: no quota of the browser holds for a last batch. */
  readonly inPage?: boolean | undefined;
}

/** One named promise; `run` rejects when the adapter breaks it. For any test runner: `for (const c of cases) it(c.name, c.run)`. */
export interface ContractCase {
  readonly name: string;
  run(): Promise<void>;
}

type Check = (bench: ContractBench, port: DeliveryPort) => Promise<void>;

/** Cases every `DeliveryPort` must pass against a real backend of its kind. */
export function deliveryContract(bench: ContractBench): readonly ContractCase[] {
  const cases: readonly (readonly [string, BackendMood, Check])[] = [
    ['names itself and its limits', 'accepting', checkWords],
    ['delivers a batch once, whole and in order', 'accepting', checkDelivery],
    ['delivers text of every script unharmed in number', 'accepting', checkLarge],
    ['names the events a backend rejects', 'picky', checkPicky],
    ['waits as long as a busy backend asks', 'busy', checkBusy],
    ['says that a body was too large', 'too-large', expectOutcome('too-large')],
    ['pauses when the backend refuses the key', 'refusing', checkPause],
    ['tries again after a failure inside the backend', 'failing', expectOutcome('retry')],
    ['does not throw on an answer in another language', 'garbage', checkGarbage],
    ['tries again when the backend cannot be reached', 'down', expectOutcome('retry')],
    ['ends a hanging send when it is aborted', 'hanging', checkAbort],
    ['sends nothing once aborted', 'accepting', checkAborted],
    ['hands a last batch to the browser synchronously, once it has sent one', 'accepting', checkExit],
    ['refuses a last batch that the browser would not carry', 'accepting', checkExitTooLarge],
  ];
  return cases
    .filter(([, mood, check]) => !bench.without?.[mood] && !(bench.inPage && check === checkExitTooLarge))
    .map(([name, mood, check]) => ({
      name,
      async run() {
        await bench.setMood(mood);
        await check(bench, bench.create());
      },
    }));
}

/** A batch of valid, made-up events; `padding` characters are added to each. */
export function sampleBatch(count: number, padding = 0): SignalBatch {
  const events = Array.from({ length: count }, (_, index) => ({
    v: 1 as const,
    id: crypto.randomUUID(),
    name: 'search_performed' as const,
    t: 1_767_225_600_000 + index,
    sid: 'session-1',
    seq: index + 1,
    tab: 'tab-1',
    tseq: index + 1,
    page: { url: '/search', title: 'Търсене, поиск, zażółć, 検索' },
    props: { term: 'я'.repeat(padding) },
    consent: ['necessary' as const, 'analytics' as const],
  }));
  return {
    v: 1,
    key: 'demo-key',
    batchId: crypto.randomUUID(),
    sentAt: 1_767_225_600_000,
    store: 'idb',
    anonymousId: 'visitor-1',
    events,
  };
}

function must(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}

function send(port: DeliveryPort, batch: SignalBatch): Promise<SendOutcome> {
  return port.send(batch, { signal: new AbortController().signal });
}

function expectOutcome(type: SendOutcome['type']): Check {
  return async (_bench, port) => {
    const outcome = await send(port, sampleBatch(1));
    must(outcome.type === type, `wanted ${type}, got ${JSON.stringify(outcome)}`);
  };
}

const idsOf = (batch: SignalBatch): string => batch.events.map((event) => event.id).join();

async function hasArrived(bench: ContractBench, batch: SignalBatch): Promise<boolean> {
  return (await bench.received()).filter((ids) => ids.join() === idsOf(batch)).length === 1;
}

const checkWords: Check = async (_bench, port) => {
  must(/^[a-z0-9-]+$/.test(port.id), `id "${port.id}" is not kebab-case`);
  must(port.erasure.length > 0, 'erasure is not explained');
  for (const [name, limit] of Object.entries(port.limits)) must(limit > 0, `${name} is ${limit}`);
  must(port.limits.maxEventBytes <= port.limits.maxBytes, 'one event may be larger than a batch');
};

const checkDelivery: Check = async (bench, port) => {
  const batch = sampleBatch(3);
  const outcome = await send(port, batch);
  must(outcome.type === 'accepted', `wanted accepted, got ${JSON.stringify(outcome)}`);
  must(await hasArrived(bench, batch), 'the batch did not arrive once, whole and in order');
};

const checkLarge: Check = async (bench, port) => {
  const batch = sampleBatch(Math.min(port.limits.maxEvents, 20), 300);
  const outcome = await send(port, batch);
  must(outcome.type === 'accepted', `wanted accepted, got ${JSON.stringify(outcome)}`);
  must(await hasArrived(bench, batch), 'the large batch did not arrive once, whole and in order');
};

const checkPicky: Check = async (_bench, port) => {
  const batch = sampleBatch(2);
  const outcome = await send(port, batch);
  must(outcome.type === 'partly', `wanted partly, got ${JSON.stringify(outcome)}`);
  must(outcome.rejected[0]?.id === batch.events[0]?.id, 'the rejected event is not the first one');
};

const checkBusy: Check = async (_bench, port) => {
  const outcome = await send(port, sampleBatch(1));
  must(outcome.type === 'retry', `wanted retry, got ${JSON.stringify(outcome)}`);
  must(outcome.afterMs === undefined || Math.abs(outcome.afterMs - 2000) <= 1000, `waits ${outcome.afterMs}`);
};

const checkPause: Check = async (_bench, port) => {
  const outcome = await send(port, sampleBatch(1));
  must(outcome.type === 'pause', `wanted pause, got ${JSON.stringify(outcome)}`);
  must(outcome.reason.length > 0, 'the pause has no reason');
};

const checkGarbage: Check = async (_bench, port) => {
  const { type } = await send(port, sampleBatch(1));
  must(type === 'retry' || type === 'accepted', `garbage led to ${type}`);
};

const checkAbort: Check = async (_bench, port) => {
  const controller = new AbortController();
  const sending = port.send(sampleBatch(1), { signal: controller.signal });
  controller.abort();
  must((await sending).type === 'retry', 'an aborted send is not to be retried');
};

const checkAborted: Check = async (bench, port) => {
  const batch = sampleBatch(1);
  const { type } = await port.send(batch, { signal: AbortSignal.abort() });
  must(type === 'retry', `an aborted send gave ${type}`);
  must(!port.exit(batch, { signal: AbortSignal.abort() }), 'an aborted exit was handed over');
  must(!(await hasArrived(bench, batch)), 'an aborted batch arrived');
};

const checkExit: Check = async (_bench, port) => {
  // Words of a vendor may come with the first batch.
  await send(port, sampleBatch(1));
  const taken = port.exit(sampleBatch(2), { signal: new AbortController().signal });
  must(taken === true, 'the browser did not take the last batch');
};

const checkExitTooLarge: Check = async (_bench, port) => {
  const taken = port.exit(sampleBatch(20, 5000), { signal: new AbortController().signal });
  must(taken === false, 'a body over the browser quota was said to be taken');
};
