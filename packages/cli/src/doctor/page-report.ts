/** What one page of the shop told. */
export interface PageReport {
  readonly url: string;
  /** Status of the page itself; 0: it did not load. */
  readonly status: number;
  /** Addresses of script tags that bear the SDK's settings, and whether they loaded. */
  readonly scripts: readonly {
    readonly src: string;
    readonly key: string | null;
    readonly endpoint: string | null;
  }[];
  /** `window.regulars` answers. */
  readonly running: boolean;
  readonly consent: { readonly state: string; readonly granted: readonly string[] } | null;
  /** Names of events of this page. */
  readonly events: readonly string[];
  /** Codes of problems, with what they are about. */
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly campaigns: readonly { readonly id: string; readonly slot: string }[];
  /** Names of `<regulars-slot>` on the page. */
  readonly slots: readonly string[];
  /** How often each selector of the document matches. */
  readonly matches: Readonly<Record<string, number>>;
  /** What on the page tells of a product, a cart, an order: `view_item in the data layer`, `Product in JSON-LD` … */
  readonly sources: Readonly<Record<'product' | 'cart' | 'order', readonly string[]>>;
  /** What a content policy refused: directive and address. */
  readonly violations: readonly string[];
  /** Requests of the SDK that failed: address and status. */
  readonly failed: readonly string[];
}

/** What the server told. */
export interface ServerReport {
  /** Base address; `null`: the page names none. */
  readonly endpoint: string | null;
  readonly healthy: boolean;
  /** Epoch ms of the last order webhook; `null`: never; `undefined`: nobody is signed in who could ask. */
  readonly webhookAt: number | null | undefined;
  /** Selectors of the public document. */
  readonly selectors: readonly string[];
  /** The public document came; `null`: not asked. */
  readonly document: boolean | null;
}

/** One line of the doctor. */
export interface Check {
  readonly id: string;
  /** `unseen`: no page that was given can tell. */
  readonly state: 'good' | 'bad' | 'unseen';
  readonly says: string;
  /** What to do. */
  readonly cure?: string | undefined;
}
