import { httpAdapter } from '@regulars/adapters/http';
import { createCore, deliverTo } from '@regulars/core';
import { collect, engagement } from '@regulars/core/collect';

/** Starts ours. */
export function start(
  url: string,
  autocapture: boolean,
): ((name: string, props: object) => void) & { readonly flush: () => Promise<void> } {
  const core = createCore({
    namespace: 'regulars/bench',
    key: 'bench',
    parts: autocapture ? [collect([engagement()])] : [],
    delivery: deliverTo([httpAdapter({ endpoint: url, key: 'bench' })]),
  });
  core.setConsent(['functional', 'analytics']);
  const track = (name: string, props: object): void =>
    void core.track('custom_recorded', { label: name, values: { ...props } });
  return Object.assign(track, { flush: () => core.flush() });
}
