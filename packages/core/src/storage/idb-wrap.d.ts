/**
 * The promise wrapper of idb 7.1.1 alone, under the letter that its build exports it by (its own types say `wrap`). The main
 * entry adds shortcuts on the database, which no bundler can leave out.
 */
declare module 'idb/build/wrap-idb-value.js' {
  export { wrap as w } from 'idb';
}
