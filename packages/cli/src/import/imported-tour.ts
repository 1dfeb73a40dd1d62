/** What became of something that means another thing here, or nothing. */
export interface ImportNote {
  /** Where: `step 2`, or `tour`. */
  readonly at: string;
  readonly code: string;
  /** What changes for shoppers, and what to do. */
  readonly message: string;
}

/** One step in the words of the campaign document; texts stand beside it. */
export interface ImportedStep {
  readonly id?: string | undefined;
  readonly target?: string | undefined;
  readonly title?: string | undefined;
  readonly body: string;
  readonly placement?: 'top' | 'bottom' | 'start' | 'end' | undefined;
  readonly scroll?: boolean | undefined;
  /** A click on this advances. */
  readonly clicks?: string | undefined;
  readonly buttons?: readonly { readonly label: string; readonly action: string }[] | undefined;
}

/** A tour of another library. */
export interface ImportedTour {
  readonly from: 'driver.js' | 'Shepherd' | 'Intro.js';
  readonly steps: readonly ImportedStep[];
  readonly modal: boolean;
  readonly notes: readonly ImportNote[];
}

/** Collects notes about one place; the same note about the whole tour is told once. */
export function createNotes(): {
  readonly list: ImportNote[];
  readonly add: (at: string, code: string, message: string) => void;
} {
  const list: ImportNote[] = [];
  return {
    list,
    add(at, code, message) {
      if (!list.some((one) => one.at === at && one.code === code && one.message === message))
        list.push({ at, code, message });
    },
  };
}

export type Note = ReturnType<typeof createNotes>['add'];
