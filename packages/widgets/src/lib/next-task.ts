interface Scheduler {
  readonly yield?: () => Promise<void>;
}

/** Resolves in a task of its own: what comes after it does not lengthen this one. */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
