/**
 * Runs the demo shop on a free port for a test and prints one JSON line `{ url, operatorLink }`. Ends, gracefully, when
 * its standard input closes, so that it never outlives the test that started it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../demo/src/serve.ts';

const dataDir = process.env.DEMO_DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'regulars-flow-')));
const demo = await startDemo({
  port: 0,
  dataDir,
  quiet: true,
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
});
process.stdout.write(`${JSON.stringify({ url: demo.url, operatorLink: demo.operatorLink })}\n`);
process.stdin.on('end', async () => {
  await demo.stop();
  if (!process.env.DEMO_DATA_DIR) await rm(dataDir, { recursive: true, force: true });
  process.exit(0);
});
process.stdin.resume();
