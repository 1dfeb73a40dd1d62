import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './project.mjs';

const referenceFile = inRoot('test/bench/reference.json');

/** A fixed piece of work: integer mixing, string building, sorting and map look-ups, as the SDK's own code does. */
function loop() {
  let mix = 1;
  const seen = new Map();
  for (let turn = 0; turn < 300_000; turn += 1) {
    mix = Math.imul(mix ^ turn, 2_654_435_761) >>> 0;
    if (turn % 8 === 0) seen.set(`k${mix % 5_000}`, mix);
  }
  return [...seen.values()].sort((a, b) => a - b).length;
}

/** Milliseconds of the calibration loop on this machine now: the median of nine runs after two to warm up. */
export function calibrate() {
  const times = [];
  for (let turn = 0; turn < 11; turn += 1) {
    const started = performance.now();
    loop();
    if (turn > 1) times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[4];
}

/** The loop's time on the machine where the absolute limits were set; the first machine that measures becomes it. */
export function referenceMs(loopMs) {
  if (!existsSync(referenceFile))
    writeFileSync(referenceFile, `${JSON.stringify({ loopMs: Number(loopMs.toFixed(2)) })}\n`);
  return JSON.parse(readFileSync(referenceFile, 'utf8')).loopMs;
}
