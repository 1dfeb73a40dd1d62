export { httpAdapter } from './http.ts';
export { httpActions } from './http-actions.ts';
export type { HttpAdapterOptions } from './post.ts';
export { type StaticFilesOptions, staticFiles } from './static-files.ts';
