import type { ToolsOptions } from './tools-port.ts';

/**
 * Fetches the tools that the page's address asks for (`?regulars-debug`, `?regulars-pick`, with a token where the tag does not
 * allow them, `?regulars-preview`), or that an earlier page of this tab did. While a preview is asked for the visitor's
 * answer waits: nothing is stored or sent. They close with the engine.
 */
export function startTools(options: ToolsOptions): void {
  const { gate, report } = options;
  let asked = location.search;
  try {
    asked += Object.keys(sessionStorage);
  } catch {
    // Storage is refused.
  }
  if (/regulars-(debug|p(ick|review))/.test(asked)) {
    if (/s-preview/.test(asked)) {
      gate.set = (granted) => {
        gate.answer = granted;
      };
      // Nothing shows that would have to go again.
      for (const stop of options.stops.splice(0)) stop();
    }
    import('./open-tools.ts')
      .then(({ openTools }) => openTools(options))
      .catch((cause: unknown) => report({ code: 'tools-unavailable', message: 'chunk', cause }));
  }
}
