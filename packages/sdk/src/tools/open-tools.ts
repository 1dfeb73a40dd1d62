import type { Core } from '@regulars/core';
import { openDebug } from './debug/open-debug.ts';
import { type ToolsOptions, toolParameter } from './tools-port.ts';

/**
 * Opens the debug panel when the tag, or a token signed by the backend, allows it. Asked once, it comes back on the
 * tab's next pages until it is closed. Closes with the signal.
 */
export async function openTools(
  token: string,
  { core, allowed }: ToolsOptions,
  signal: AbortSignal,
): Promise<void> {
  const may = allowed || (token !== '' && (await isConfirmed(core, token, signal)));
  if (!may || signal.aborted) return;
  remember(token);
  const close = openDebug(core, { onClose: () => remember(null) });
  signal.addEventListener('abort', close);
}

async function isConfirmed(core: Core, token: string, signal: AbortSignal): Promise<boolean> {
  const outcome = await core.host.request({ type: 'tool', token }, { signal });
  return outcome.ok && outcome.result.tools.includes('debug');
}

/** Written only after a person asked for the tool; holds nothing of the visitor. */
function remember(token: string | null): void {
  try {
    if (token === null) sessionStorage.removeItem(toolParameter);
    else sessionStorage.setItem(toolParameter, token);
  } catch {
    // Without storage the panel closes with the page.
  }
}
