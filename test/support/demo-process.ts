/**
 * Runs the demo shop on a free port for a test and prints one JSON line `{ url, operatorLink }`. Ends, gracefully, when
 * its standard input closes, so that it never outlives the test that started it.
 */
import { campaignDocument, type ProgramDocument } from '@regulars/schema';
import { readDocuments } from '../../demo/src/documents.ts';
import { startDemo } from '../../demo/src/serve.ts';
import { seedCluster } from './pglite-image.ts';
import { tempFolder } from './temp-folder.ts';

/** The demo's program in which every turn of the wheel wins a coupon: the draw stays the server's, its outcome certain. */
function onlyCoupons(): ProgramDocument {
  const { program } = readDocuments();
  const pools = Object.entries(program.pools).map(([id, pool]) => {
    const prizes = pool.prizes.filter(({ reward }) => reward.type === 'coupon');
    return [id, { ...pool, prizes, fallback: 0 }] as const;
  });
  return { ...program, pools: Object.fromEntries(pools) };
}

const { DEMO_API_KEY: apiKey, DEMO_CAMPAIGNS: ownCampaigns } = process.env;
const dataDir = process.env.DEMO_DATA_DIR ?? tempFolder();
if (!process.env.DEMO_DATA_DIR && !process.env.DATABASE_URL) await seedCluster(dataDir);
const demo = await startDemo({
  port: 0,
  dataDir,
  quiet: true,
  ...(apiKey ? { apiKeys: [{ name: 'flow', role: 'editor', key: apiKey }] } : {}),
  ...(ownCampaigns ? { documents: { campaigns: campaignDocument.parse(JSON.parse(ownCampaigns)) } } : {}),
  ...(process.env.DEMO_PRIZES === 'coupons' ? { documents: { program: onlyCoupons() } } : {}),
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
});
process.stdout.write(`${JSON.stringify({ url: demo.url, operatorLink: demo.operatorLink })}\n`);
process.stdin.on('end', async () => {
  await demo.stop();
  process.exit(0);
});
process.stdin.resume();
