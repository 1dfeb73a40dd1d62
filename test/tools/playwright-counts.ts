import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** A test as the closing lines name it. */
const told = (test: TestCase): { name: string; engine: string; file: string; why: string | undefined } => ({
  name: test.title,
  engine: test.parent.project()?.name ?? 'chromium',
  file: relative(process.cwd(), test.location.file),
  why: test.results.find(({ error }) => error !== undefined)?.error?.message,
});

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
    const all = [...this.last.values()];
    const skips = all
      .filter(({ status }) => status === 'skipped')
      .map(({ test }) => ({ name: test.title, engine: test.parent.project()?.name ?? 'chromium' }));
    const passed = all.filter(({ status }) => status === 'passed').length;
    const failed = all.length - passed - skips.length + this.errors;
    const failures = all
      .filter(({ status }) => status !== 'passed' && status !== 'skipped')
      .map(({ test }) => told(test));
    const secondTries = all.filter(({ test }) => test.outcome() === 'flaky').map(({ test }) => told(test));
    const counts = { passed, failed, skipped: skips.length, skips, failures, secondTries };
    if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
    process.stdout.write(`\nflows: ${passed} passed, ${failed} failed, ${skips.length} skipped\n`);
  }

  printsToStdio(): boolean {
    return true;
  }
}
