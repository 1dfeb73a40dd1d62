/** What a problem says in production: its detail; the code is enough. Builds for development import `.dev` instead. */
export const problemText = (_code: string, detail = ''): string => detail;
