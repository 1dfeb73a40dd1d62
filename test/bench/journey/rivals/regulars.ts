import { httpAdapter } from '@regulars/adapters/http';
import { createCore, deliverTo } from '@regulars/core';
import { collect, engagement } from '@regulars/core/collect';

/** Starts ours. */
export function start(url: string, autocapture: boolean): (name: string, props: object) => void {
  const core = createCore({
    namespace: 'regulars/bench',
    key: 'bench',
    parts: autocapture ? [collect([engagement()])] : [],
    delivery: deliverTo([httpAdapter({ endpoint: url, key: 'bench' })]),
  });
  core.setConsent(['functional', 'analytics']);
  return (name, props) => void core.track('custom_recorded', { label: name, values: { ...props } });
}
