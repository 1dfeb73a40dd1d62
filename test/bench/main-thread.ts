import type { CDPSession, Page } from 'puppeteer-core';

interface TraceEvent {
  readonly name: string;
  readonly dur?: number;
  /** Time of the thread itself: what other processes take is not in it. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

/** Sum and longest of the main thread's tasks while `act` runs and until the page has stood still. */
export async function traced(
  cdp: CDPSession,
  page: Page,
  act: () => Promise<unknown>,
): Promise<{ sum: number; longest: number }> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }): void => {
    events.push(...(value as TraceEvent[]));
  };
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    categories: 'disabled-by-default-devtools.timeline,devtools.timeline,__metadata',
    transferMode: 'ReportEvents',
  });
  await act();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1200)));
  const done = new Promise<void>((resolve) => {
    cdp.once('Tracing.tracingComplete', () => resolve());
  });
  await cdp.send('Tracing.end');
  await done;
  cdp.off('Tracing.dataCollected', collect);
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const busiest = [...main]
    .map((thread) => events.filter(({ name, pid, tid }) => name === 'RunTask' && `${pid}/${tid}` === thread))
    .map((tasks) => tasks.map(({ dur = 0, tdur = dur }) => tdur / 1000))
    .sort((a, b) => b.length - a.length)[0];
  const tasks = busiest ?? [];
  return { sum: tasks.reduce((all, one) => all + one, 0), longest: Math.max(0, ...tasks) };
}
