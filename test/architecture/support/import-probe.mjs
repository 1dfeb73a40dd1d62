// node import-probe.mjs <entry…>: imports them and prints what they changed as JSON; the process must then end by itself.
import { setImmediate } from 'node:timers/promises';

const before = new Set(Reflect.ownKeys(globalThis).map(String));
const ofNode = /^(TTYWrap|PipeWrap|FSReqPromise|FileHandle|CloseReq|Immediate)$/;
/** Marks that third parties leave, none of which changes how a page or another module behaves. */
const ofOthers = [
  // Lit announces its versions, and on Node a stand-in for the element registry.
  /^(lit|reactiveElement)\w*$/,
  /^customElements$/,
  // zod keeps its settings where two copies of it find them.
  /^__zod_global\w+$/,
  // Node's own, made when a module first reads one of its web globals.
  /^Symbol\(undici\.globalDispatcher\.\d\)$/,
];
for (const entry of process.argv.slice(2)) await import(entry);
const globals = Reflect.ownKeys(globalThis)
  .map(String)
  .filter((key) => !before.has(key) && !ofOthers.some((mark) => mark.test(key)));
await setImmediate();
const resources = process.getActiveResourcesInfo().filter((name) => !ofNode.test(name));
process.stdout.write(`${JSON.stringify({ globals, resources })}\n`);
