import { spawn } from 'node:child_process';
import { inRoot, toolEnv } from './project.mjs';

const windows = process.platform === 'win32';

/** Path of a tool that npm installed, such as `biome`. */
export const bin = (name) => inRoot('node_modules', '.bin', windows ? `${name}.cmd` : name);

/**
 * Runs a command in the checkout, its output passed on as it comes unless `quiet`.
 * Resolves with its exit code and all it printed; never rejects.
 */
export function run(command, args, { env = {}, cwd = inRoot(), quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: toolEnv(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows && command.endsWith('.cmd'),
    });
    let output = '';
    const take = (stream) => (chunk) => {
      output += String(chunk);
      if (!quiet) stream.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.once('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Prints a heading, runs the step, prints its seconds; resolves with what the step returns. */
export async function step(name, act) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  const result = await act();
  console.log(`== ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
