import type { CodedProblem, Core } from '@regulars/core';

/** What `startTools` needs. */
export interface ToolsOptions {
  readonly core: Core;
  readonly report: (problem: CodedProblem) => void;
  /** The tag allows tools to everybody who can open the page. */
  readonly allowed: boolean;
}

const parameter = 'regulars-debug';

/**
 * Opens the debug panel where the page's address asks for it and the tag, or a token signed by the backend
 * (`?regulars-debug=<token>`), allows it. Asked once, it comes back on the tab's next pages until it is closed.
 * Returns its stop.
 */
export function startTools({ core, report, allowed }: ToolsOptions): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const asked = readAsked();
  if (asked === null) return () => {};
  let close: (() => void) | undefined;
  mayOpen(core, asked, allowed, signal)
    .then(async (may) => {
      if (!may || signal.aborted) return;
      remember(asked);
      const { openDebug } = await import('./debug/open-debug.ts');
      if (!signal.aborted) close = openDebug(core, { onClose: () => remember(null) });
    })
    .catch((cause: unknown) => report({ code: 'tools-unavailable', message: 'debug', cause }));
  return () => {
    stopped.abort();
    close?.();
  };
}

/** Token of the address or of this tab; empty: none is given; `null`: nobody asked. */
function readAsked(): string | null {
  try {
    return new URLSearchParams(location.search).get(parameter) ?? sessionStorage.getItem(parameter);
  } catch {
    // Storage is refused: the address alone asks.
    return new URLSearchParams(location.search).get(parameter);
  }
}

/** Written only after a person asked for the tool; holds nothing of the visitor. */
function remember(token: string | null): void {
  try {
    if (token === null) sessionStorage.removeItem(parameter);
    else sessionStorage.setItem(parameter, token);
  } catch {
    // Without storage the panel closes with the page.
  }
}

async function mayOpen(core: Core, token: string, allowed: boolean, signal: AbortSignal): Promise<boolean> {
  if (allowed) return true;
  if (!token) return false;
  const outcome = await core.host.request({ type: 'tool', token }, { signal });
  return outcome.ok && outcome.result.tools.includes('debug');
}
