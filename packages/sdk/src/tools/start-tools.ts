import { type ToolsOptions, toolParameter } from './tools-port.ts';

/**
 * Fetches the tools where the page's address asks for one (`?regulars-debug`, with a token where the tag does not allow
 * them), or did on an earlier page of this tab. Returns its stop.
 */
export function startTools(options: ToolsOptions): () => void {
  const asked = readAsked();
  if (asked === null) return () => {};
  const stopped = new AbortController();
  import('./open-tools.ts')
    .then(({ openTools }) => openTools(asked, options, stopped.signal))
    .catch((cause: unknown) => options.report({ code: 'tools-unavailable', message: 'chunk', cause }));
  return () => stopped.abort();
}

/** Token of the address or of this tab; empty: none is given; `null`: nobody asked. */
function readAsked(): string | null {
  try {
    const given = new URLSearchParams(location.search).get(toolParameter);
    return given ?? sessionStorage.getItem(toolParameter);
  } catch {
    // Storage is refused, and the address asks nothing.
    return null;
  }
}
