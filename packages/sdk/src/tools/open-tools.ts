import { type AskedTool, type ToolName, type ToolsOptions, toolParameter } from './tools-port.ts';

/** What opens a tool: each comes alone, when it is asked for. Answers its closing. */
const openers: Readonly<
  Record<ToolName, (options: ToolsOptions, onClose: () => void) => Promise<() => void>>
> = {
  debug: async ({ core }, onClose) => (await import('./debug/open-debug.ts')).openDebug(core, { onClose }),
  pick: async (_, onClose) => (await import('./pick/open-pick.ts')).openPick({ onClose }),
};

/**
 * Opens the tools that the tag, or a token signed by the backend, allows. Asked once, a tool comes back on the tab's next
 * pages until it is closed. They close with the signal.
 */
export async function openTools(
  asked: readonly AskedTool[],
  options: ToolsOptions,
  signal: AbortSignal,
): Promise<void> {
  for (const { tool, token } of asked) {
    const may = options.allowed || (token !== '' && (await isConfirmed({ tool, token }, options, signal)));
    if (!may || signal.aborted) continue;
    remember(tool, token);
    const close = await openers[tool](options, () => remember(tool, null));
    if (signal.aborted) close();
    else signal.addEventListener('abort', close);
  }
}

async function isConfirmed(
  { tool, token }: AskedTool,
  { core }: ToolsOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const outcome = await core.host.request({ type: 'tool', token }, { signal });
  return outcome.ok && outcome.result.tools.includes(tool);
}

/** Written only after a person asked for the tool; holds nothing of the visitor. */
function remember(tool: ToolName, token: string | null): void {
  try {
    if (token === null) sessionStorage.removeItem(toolParameter(tool));
    else sessionStorage.setItem(toolParameter(tool), token);
  } catch {
    // Without storage the tool closes with the page.
  }
}
