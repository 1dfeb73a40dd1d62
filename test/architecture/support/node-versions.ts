import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Node program of this machine. */
export interface NodeProgram {
  readonly path: string;
  readonly major: number;
}

const majorOf = (path: string): number =>
  Number(spawnSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }).stdout);

/** The Node that runs the tests, and one of Node 20 when the search path or REGULARS_NODE_20 has it. */
export function nodePrograms(): NodeProgram[] {
  const own = { path: process.execPath, major: Number(process.versions.node.split('.')[0]) };
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const older = [process.env.REGULARS_NODE_20 ?? '', ...onPath]
    .filter((path) => path !== '' && !path.includes('node_modules') && existsSync(path))
    .find((path) => majorOf(path) === 20);
  return older ? [{ path: older, major: 20 }, own] : [own];
}
