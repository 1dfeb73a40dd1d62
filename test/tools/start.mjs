/**
 * `npm start`: installs what is missing, builds the script-tag files when a source changed, starts the reference server with
 * the demo shop and prints where it is and what to try. PORT, HOST, REGULARS_DATA_DIR and DATABASE_URL choose another place;
 * REGULARS_ORIGINS names other pages that may use it, REGULARS_DEMO_SDK=off leaves the SDK out of the shop.
 */
import { underNode24 } from './lib/node24.mjs';

await underNode24(import.meta.url, ['--conditions=source', '--disable-warning=ExperimentalWarning']);
const { buildCdn, cdnIsFresh } = await import('./lib/cdn.mjs');
const { giveUp, inRoot } = await import('./lib/project.mjs');

const port = Number(process.env.PORT ?? 4700);
const dataDir = process.env.REGULARS_DATA_DIR ?? inRoot('.regulars');
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  giveUp(
    `PORT=${process.env.PORT} is no port: choose a number from 1 to 65535, such as PORT=4700 npm start.`,
  );
if (!cdnIsFresh()) {
  console.log('building the SDK …');
  if (!(await buildCdn({ quiet: true })))
    giveUp('The build failed, see above: mend it and run npm start again.');
}

const { startDemo } = await import(inRoot('demo/src/serve.ts'));
const demo = await startDemo({
  port,
  dataDir,
  quiet: true,
  sdk: process.env.REGULARS_DEMO_SDK !== 'off',
  origins: (process.env.REGULARS_ORIGINS ?? '').split(',').filter(Boolean),
  ...(process.env.HOST ? { host: process.env.HOST } : {}),
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
}).catch((error) => giveUp(cureFor(error)));

/** One sentence with the cure for what commonly keeps a server from starting. */
function cureFor(error) {
  const codes = [error.code, error.cause?.code].filter(Boolean).join(' ');
  if (/EADDRINUSE/.test(codes))
    return `Port ${port} is in use: stop what listens there, or choose another one with PORT=${port + 1} npm start.`;
  if (/EACCES/.test(codes))
    return `Port ${port} or the data folder ${dataDir} may not be used by this account: choose others with PORT and REGULARS_DATA_DIR.`;
  // The server's own refusals already say what is wrong and what to do.
  if (error.name === 'ServerError') return error.message;
  if (/ECONNREFUSED|ENOTFOUND/.test(codes))
    return 'PostgreSQL at DATABASE_URL does not answer: start it, or unset DATABASE_URL to use the embedded database.';
  return `The demo did not start (${error.message}): mend that and run npm start again.\n${error.stack}`;
}

const base = demo.url.replace(/\/$/, '');
console.log(`
Regulars is running.

  The shop         ${base}/            (also /bg, /pl, /ru and /he for right to left)
  Debug panel      ${base}/?regulars-debug
  Operator page    ${demo.operatorLink}
                   (this link signs in once)

What to try
  1. Answer the shop's consent banner with yes: a tour greets you. Escape leaves it.
  2. Look at two products, then watch "For you" change; the debug panel says why.
  3. Put something in the cart, order, and spin the wheel on the thank-you page.
  4. Use the coupon at the next checkout, and see the points in the account.
  5. Sign in, spend 100 euro and see your prices; let days pass on ${base}/rewards.
  6. Follow all of it on the operator page while it happens.

Ctrl+C stops it.`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await demo.stop();
    process.exit(0);
  });
