/** A carousel of the bench: how its page is written and what its script is. */
export interface Contender {
  /** `embla-carousel 8.6.0`. */
  readonly name: string;
  /** File of `contenders` that starts it, without `.page.mjs`. */
  readonly script: string;
  /** The row around the page's cards, as its documentation writes it; what the server can send is sent. */
  readonly html: (cards: readonly string[]) => string;
  /** Its style sheets, which its page links before first paint. */
  readonly css: string;
  /** Button onwards; `>>>` goes into a shadow root. */
  readonly next: string;
}

/** A page's file. */
export interface PageFile {
  readonly type: 'text/html; charset=utf-8' | 'text/css' | 'text/javascript' | 'image/svg+xml';
  readonly body: string;
}

/** What one visit of a contender's page showed. */
export interface Visit {
  /** Sum of layout shifts from first paint until the row has come to rest. */
  readonly shift: number;
  /** Main thread from the arrival of the script until rest, ms at 4x. */
  readonly readyMs: number;
  /** Scripts and style sheets that were fetched until then, bytes gzip. */
  readonly bytes: number;
}

/** What a person with a keyboard reaches of a row. */
export interface Reach {
  /** Cards whose link had the focus while the whole card stood in sight. */
  readonly cards: number;
  /** Keys pressed until the last of them. */
  readonly keys: number;
}

/** Findings of axe in a row: elements that break a rule, best practices included. */
export interface AxeFindings {
  readonly count: number;
  /** `rule (elements)`. */
  readonly rules: readonly string[];
  /** Elements that some rule looked at; an audit of nothing finds nothing. */
  readonly audited: number;
}

/** Everything that was measured of one carousel. */
export interface Found {
  readonly name: string;
  readonly visits: readonly Visit[];
  readonly axe: AxeFindings;
  readonly reach: Reach;
}
