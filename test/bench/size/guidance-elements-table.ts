import type { SizeEntry } from './size-entry.ts';

const tour = "import * as tour from '@regulars/widgets/tour'; console.log(tour);";

/** Elements of guidance: what each adds to a page that shows the first step of a tour. */
export const guidanceElements: readonly SizeEntry[] = ['announcement', 'checklist', 'hint', 'launcher'].map(
  (name) => ({
    what: `\`@regulars/widgets/${name}\` beyond the first step of a tour`,
    code: `${tour} import * as own from '@regulars/widgets/${name}'; console.log(own);`,
    beyond: tour,
    budget: { limitBytes: 3000 },
  }),
);
