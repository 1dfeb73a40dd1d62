import posthog from 'posthog-js';

/** Starts PostHog with its strongest persistence; flags and remote configuration off, so that it needs no server but the collector. */
export function start(url: string, autocapture: boolean): (name: string, props: object) => void {
  posthog.init('phc_bench', {
    api_host: url,
    persistence: 'localStorage+cookie',
    autocapture,
    capture_pageview: autocapture,
    capture_pageleave: autocapture,
    disable_session_recording: true,
    disable_surveys: true,
    advanced_disable_flags: true,
    disable_external_dependency_loading: true,
    // A bench sends more than ten events a second.
    rate_limiting: { events_per_second: 1e6, events_burst_limit: 1e7 },
    opt_out_useragent_filter: true,
    disable_compression: true,
  });
  return (name, props) => posthog.capture(name, { ...props });
}
