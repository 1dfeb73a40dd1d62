import { createRegulars } from 'regulars';

/** Starts the SDK as a shop would; the page's tests read it from the window. Returns its stop. */
export function startRegulars() {
  const regulars = createRegulars({
    key: 'integration',
    document: '/campaigns.json',
    test: { force: true },
    onProblem: (problem) => {
      window.problems = [...(window.problems ?? []), problem];
    },
  });
  regulars.setConsent(['functional', 'analytics', 'personalization']);
  window.regulars = regulars;
  window.startRegulars = startRegulars;
  return () => regulars.stop();
}
