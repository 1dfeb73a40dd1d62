import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { tempFolder } from '../../support/temp-folder.ts';

const versionsFolder = '/usr/lib/postgresql';

/** Folder with PostgreSQL's server programs of the newest installed version, or undefined. */
export function findPostgres() {
  if (!existsSync(versionsFolder)) return undefined;
  const versions = readdirSync(versionsFolder).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => join(versionsFolder, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'postgres')));
}

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The server refuses to run as root: then its own user runs it. */
const serverUser = () => {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
};

const ready = (bin, port) =>
  spawnSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]).status === 0;

async function untilReady(bin, port, child) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}`);
    if (ready(bin, port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('PostgreSQL did not come up within 20 s');
}

/**
 * A private cluster in a temporary folder on a free port; no cluster of the system is touched.
 * Resolves with `{ url, stop }`; `stop` ends that very process and removes the folder. `durable` keeps the default fsync.
 */
export async function startPostgres(bin, { durable = false } = {}) {
  const user = serverUser();
  const folder = tempFolder();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    ...(durable ? [] : ['fsync=off']),
  ].flatMap((set) => ['-c', set]);
  const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // Whatever ends this process ends the cluster too.
  const endWithUs = () => child.kill('SIGINT');
  process.once('exit', endWithUs);
  const stop = async () => {
    process.off('exit', endWithUs);
    child.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(bin, port, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}
