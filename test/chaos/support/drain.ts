import type { Browser, Page } from 'puppeteer-core';
import { inShop, openShop } from './device.ts';

/** Opens the shop and sends until nothing waits, the SDK's clock going on by half a minute each time. */
export async function drain(browser: Browser, url: string): Promise<Page> {
  const page = await openShop(browser, url);
  for (let queued = 1, tries = 0; queued > 0; tries++) {
    if (tries > 200) throw new Error(`${queued} events do not leave the device`);
    await inShop(page, (chaos) => {
      chaos.shiftMs += 30_000;
      return chaos.flush();
    });
    ({ queued } = await inShop(page, (chaos) => chaos.state()));
  }
  return page;
}
