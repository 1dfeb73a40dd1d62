/** A fetched file: body, or the word that the stored copy still holds, or that none could be had. Never throws. */
export type ResourceAnswer =
  | { readonly type: 'fresh'; readonly body: string; readonly etag?: string | undefined }
  | { readonly type: 'unchanged' }
  | { readonly type: 'failed'; readonly reason: string };

/** Static files: document, control file, index and product shards. Without credentials or identifiers. */
export interface ResourcePort {
  /**
   * Reads one file.
   * @param name URL, absolute or relative to the document's.
   * @param options.etag what we hold; the answer may then be `unchanged`.
   */
  load(
    name: string,
    options: {
      readonly signal?: AbortSignal | undefined;
      readonly etag?: string | undefined;
      /** Bytes at most; a larger file is `failed` with reason `too-large`. */
      readonly maxBytes?: number | undefined;
    },
  ): Promise<ResourceAnswer>;
}
