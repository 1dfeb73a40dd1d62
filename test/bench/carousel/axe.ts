import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { AxeFindings } from './contender.ts';

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly unknown[] }[];
  readonly passes: readonly { readonly nodes: readonly unknown[] }[];
}

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Audits what stands between the heading and the link behind the row. */
export async function auditRow(page: Page): Promise<AxeFindings> {
  await page.addScriptTag({ path: script });
  const { violations, passes } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(scope: unknown): Promise<AxeResults> } };
    return await axe.run(document);
  });
  return {
    count: violations.reduce((sum, { nodes }) => sum + nodes.length, 0),
    rules: violations.map(({ id, nodes }) => `${id} (${nodes.length})`),
    audited: passes.reduce((sum, { nodes }) => sum + nodes.length, 0),
  };
}
