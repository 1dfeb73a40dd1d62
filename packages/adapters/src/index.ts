export { type HttpAdapter, type HttpAdapterOptions, httpAdapter } from './http.ts';
export { type StaticFilesOptions, staticFiles } from './static-files.ts';
