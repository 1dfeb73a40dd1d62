import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { giveUp, inRoot } from './project.mjs';

const stamp = inRoot('node_modules', '.regulars-lock');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');

/** Whether npm's own record of what it installed agrees with the lock file; optional packages may be absent. */
function matchesLock() {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages;
  return Object.entries(readJson(inRoot('package-lock.json')).packages).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const found = installed[path];
    if (found === undefined) return wanted.optional === true || wanted.peer === true;
    return found.link === wanted.link && (wanted.link || found.version === wanted.version);
  });
}

/** npm as the person's own npm runs it: through its script when npm started us, by name otherwise. */
export function runNpm(args, options = {}) {
  const script = process.env.npm_execpath;
  const viaScript = script?.endsWith('.js') && existsSync(script);
  const shell = !viaScript && process.platform === 'win32';
  return spawnSync(viaScript ? process.execPath : 'npm', viaScript ? [script, ...args] : args, {
    cwd: inRoot(),
    stdio: 'inherit',
    shell,
    ...options,
  });
}

/** Installs what the lock file names when `node_modules` does not hold it already. Ends the process when npm fails. */
export function ensureInstalled() {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!matchesLock()) {
    console.log('installing what the lock file names (npm ci) …');
    const args = ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
    const done = runNpm(args, {
      env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1', EDGEDRIVER_SKIP_INSTALL: '1' },
    });
    if (done.error?.code === 'ENOENT')
      giveUp(
        'npm was not found: install Node with its npm from https://nodejs.org and run the command again.',
      );
    if (done.status !== 0)
      giveUp('npm ci failed, see above: mend the network or the disk and run the command again.');
  }
  writeFileSync(stamp, wanted);
}
