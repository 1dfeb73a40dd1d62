import { type AskedTool, type ToolName, type ToolsOptions, toolParameter } from './tools-port.ts';

/** What opens a tool that the tag may allow: each comes alone, when it is asked for. Answers its closing. */
const openers: Readonly<
  Record<'debug' | 'pick', (options: ToolsOptions, onClose: () => void) => Promise<() => void>>
> = {
  debug: async ({ core: { journey }, regulars }, onClose) =>
    (await import('./debug/open-debug.ts')).openDebug(
      { journey, inspect: () => regulars.inspect() },
      { onClose },
    ),
  pick: async (_, onClose) => (await import('./pick/open-pick.ts')).openPick({ onClose }),
};

/**
 * Opens the tools that the tag, or a token signed by the backend, allows; a preview plays with its token alone. Asked once, a
 * tool comes back on the tab's next pages until it is closed. They close with the engine.
 */
export async function openTools(options: ToolsOptions): Promise<void> {
  const [preview] = readAsked('preview');
  let { signal } = options.core.rooms;
  if (preview) signal = await openPreview(preview.token, options);
  for (const { tool, token } of (['debug', 'pick'] as const).flatMap(readAsked)) {
    const may =
      options.options.tools || (token !== '' && (await isConfirmed({ tool, token }, options, signal)));
    if (!may || signal.aborted || tool === 'preview') continue;
    remember(tool, token);
    const close = await openers[tool](options, () => remember(tool, null));
    if (signal.aborted) close();
    else signal.addEventListener('abort', close);
  }
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

async function openPreview(token: string, options: ToolsOptions): Promise<AbortSignal> {
  const { startPreview } = await import('./preview/start-preview.ts');
  return startPreview(token, { ...options, remember: (kept) => remember('preview', kept) });
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
