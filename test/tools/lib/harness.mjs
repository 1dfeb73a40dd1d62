import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { calibrate, referenceMs } from './calibrate.mjs';
import { noCounts } from './counts.mjs';
import { runNpm } from './install.mjs';
import { inRoot } from './project.mjs';

/** Names of the scenarios of a kind, `bench` or `chaos`, in order of the alphabet. */
export const scenarioNames = (kind) =>
  existsSync(inRoot('test', kind))
    ? readdirSync(inRoot('test', kind))
        .filter((name) => existsSync(inRoot('test', kind, name, 'run.ts')))
        .sort()
    : [];

function installRivals() {
  const cwd = inRoot('test/bench');
  const hasLock = existsSync(inRoot('test/bench/package-lock.json'));
  const { dependencies = {} } = JSON.parse(readFileSync(inRoot('test/bench/package.json'), 'utf8'));
  const missing = Object.keys(dependencies).filter(
    (name) => !existsSync(inRoot('test/bench/node_modules', name)),
  );
  if (missing.length > 0) {
    console.log(`installing the rivals: ${missing.join(', ')} …`);
    const args = [
      hasLock ? 'ci' : 'install',
      '--workspaces=false',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ];
    if (runNpm(args, { cwd }).status !== 0) throw new Error('the rivals could not be installed, see above');
  }
  return cwd;
}

const machine = () => ({
  cpu: os.cpus()[0]?.model ?? 'unknown',
  cores: os.cpus().length,
  memoryGb: Math.round(os.totalmem() / 1e9),
  os: `${os.type()} ${os.release()}`,
  node: process.versions.node,
});

const git = (...args) => spawnSync('git', args, { cwd: inRoot(), encoding: 'utf8' }).stdout?.trim() ?? '';

/** Rows that were measured before, with those of a part in their places. */
const withPart = (before, rows) => {
  const measured = new Map(rows.map((row) => [row.what, row]));
  const replaced = before.map((row) => measured.get(row.what) ?? row);
  return [...replaced, ...rows.filter(({ what }) => !before.some((row) => row.what === what))];
};

/** Results of a part, in the file of the whole: it says of which commit and day the part is. */
function mergePart(file, part, { rows, commit, changed, at, calibration }) {
  if (!existsSync(inRoot(file))) throw new Error(`${file} is not there: run the whole first`);
  const whole = JSON.parse(readFileSync(inRoot(file), 'utf8'));
  const parts = { ...whole.parts, [part]: { commit, changed, at, calibration } };
  return { ...whole, parts, rows: withPart(whole.rows, rows) };
}

/** Runs one scenario and writes its results; at less than full size they go to a file that is not committed. */
async function runScenario(kind, name, { scale, part }) {
  const loopMs = calibrate();
  const ratio = loopMs / referenceMs(loopMs);
  const { run } = await import(inRoot('test', kind, name, 'run.ts'));
  const rows = await run({
    scale,
    part,
    scaled: (count) => Math.max(1, Math.round(count * scale)),
    onThisMachine: (limitMs) => limitMs * ratio,
    rivals: installRivals,
    log: (line) => console.log(`  ${line}`),
  });
  const result = {
    name,
    commit: git('rev-parse', 'HEAD'),
    changed: git('status', '--porcelain') !== '',
    at: new Date().toISOString(),
    machine: machine(),
    calibration: { loopMs: Number(loopMs.toFixed(2)), ratio: Number(ratio.toFixed(3)) },
    rows,
  };
  mkdirSync(inRoot('test/bench/results'), { recursive: true });
  const file = `test/bench/results/${name}${scale < 1 ? '.local' : ''}.json`;
  // Nothing measured, nothing written: what was measured on a machine that could stays.
  if (rows.some(({ limit }) => limit !== null)) {
    const written = part ? mergePart(file, part, result) : result;
    writeFileSync(inRoot(file), `${JSON.stringify(written, null, 2)}\n`);
  }
  return rows;
}

const shown = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(2));

function printRows(rows) {
  for (const { what, unit, ours, rivals, limit, required, holds } of rows) {
    const others = Object.entries(rivals).map(([rival, value]) => `${rival} ${shown(value)}`);
    const verdict = holds ? 'holds' : required ? 'FAILS' : 'does not hold';
    const bound = limit === null ? '' : `limit ${shown(limit)}`;
    console.log(
      `  ${what.padEnd(64)} ${shown(ours).padStart(9)} ${unit.padEnd(9)} ${bound.padEnd(14)} ${verdict} ${others.join(', ')}`,
    );
  }
}

/**
 * Runs the named scenario of a kind, or all of them. Resolves with the counts of required rows that hold and do not;
 * a scenario that throws counts as one that does not.
 */
export async function runScenarios(kind, name, scale, part) {
  const known = scenarioNames(kind);
  const names = name ? known.filter((one) => one === name) : known;
  if (names.length === 0)
    throw new Error(`no ${kind} named ${name ?? 'anything'}: there is ${known.join(', ') || 'none'}`);
  const counts = { ...noCounts(), files: {} };
  const fail = (file, what, why) => {
    counts.failed += 1;
    counts.files[file].failed += 1;
    counts.failures.push({ name: what, engine: kind, file, why });
  };
  for (const one of names) {
    console.log(`\n== ${kind} ${one}${scale < 1 ? ` at ${scale} of its size` : ''}`);
    counts.files[one] = { passed: 0, failed: 0, skipped: 0 };
    try {
      const rows = await runScenario(kind, one, { scale, part });
      printRows(rows);
      const held = rows.filter((row) => row.required && row.holds).length;
      counts.passed += held;
      counts.files[one].passed = held;
      for (const { what, ours, unit, limit } of rows.filter((row) => row.required && !row.holds))
        fail(one, what, `${ours} ${unit}, limit ${limit}`);
      if (rows.length === 0) throw new Error('it measured nothing');
    } catch (error) {
      console.error(`  ${one} could not be measured:`, error);
      fail(one, 'the scenario itself', String(error?.message ?? error));
    }
  }
  return counts;
}
