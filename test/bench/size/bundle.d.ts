/** Code that an import fetches, and chunks that the code imports later. */
export interface Bundle {
    readonly now: readonly Uint8Array[];
    readonly later: readonly Uint8Array[];
}
/**
 * Bundles a module as a shop's own build does (Rollup, as in Vite), then terser; imports that match `without` stay out.
 * Rejects when it does not bundle.
 */
export declare function bundle(code: string, without?: RegExp): Promise<Bundle>;
