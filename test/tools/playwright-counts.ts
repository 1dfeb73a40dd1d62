import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Prints `flows: N passed, N failed, N skipped` and writes the counts to COUNTS_FILE when set. */
export default class Counts implements Reporter {
  private readonly last = new Map<string, { test: TestCase; status: TestResult['status'] }>();
  private errors = 0;

  onTestEnd(test: TestCase, result: TestResult): void {
    this.last.set(test.id, { test, status: result.status });
  }

  onError(): void {
    this.errors += 1;
  }

  onEnd(): void {
    for (const { test } of this.last.values())
      if (test.outcome() === 'flaky') process.stdout.write(`flaky: ${test.title}\n`);
    const all = [...this.last.values()];
    const skips = all
      .filter(({ status }) => status === 'skipped')
      .map(({ test }) => ({ name: test.title, engine: test.parent.project()?.name ?? 'chromium' }));
    const passed = all.filter(({ status }) => status === 'passed').length;
    const failed = all.length - passed - skips.length + this.errors;
    const counts = { passed, failed, skipped: skips.length, skips };
    if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
    process.stdout.write(`\nflows: ${passed} passed, ${failed} failed, ${skips.length} skipped\n`);
  }

  printsToStdio(): boolean {
    return true;
  }
}
