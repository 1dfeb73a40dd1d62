import { type AskedTool, type ToolName, type ToolsOptions, toolParameter } from './tools-port.ts';

/**
 * Fetches the tools that the page's address asks for (`?regulars-debug`, `?regulars-pick`, with a token where the tag does
 * not allow them), or that an earlier page of this tab did. Returns their stop.
 */
export function startTools(options: ToolsOptions): () => void {
  const asked = (['debug', 'pick'] as const).flatMap(readAsked);
  if (!asked.length) return () => {};
  const stopped = new AbortController();
  import('./open-tools.ts')
    .then(({ openTools }) => openTools(asked, options, stopped.signal))
    .catch((cause: unknown) => options.report({ code: 'tools-unavailable', message: 'chunk', cause }));
  return () => stopped.abort();
}

/** Token of the address or of this tab; none where nobody asked. */
function readAsked(tool: ToolName): readonly AskedTool[] {
  try {
    const name = toolParameter(tool);
    const token = new URLSearchParams(location.search).get(name) ?? sessionStorage.getItem(name);
    return token === null ? [] : [{ tool, token }];
  } catch {
    // Storage is refused, and the address asks nothing.
    return [];
  }
}
