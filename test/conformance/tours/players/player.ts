/** One step in words that every library has. */
export interface PlanStep {
  readonly id: string;
  /** CSS selector; none: a step without a target. */
  readonly target?: string | undefined;
  /** How the target is named, where the library knows more than selectors (default: the selector itself). */
  readonly as?: 'element' | 'element-function' | 'selector-function' | 'nothing-function' | undefined;
  readonly title?: string | undefined;
  readonly text: string;
  /** Wait that long for the target, ms; needs the skill `wait`. */
  readonly waitMs?: number | undefined;
  /** What to do without a target; needs the skill `skip` for `skip`. */
  readonly onMissing?: 'skip' | 'center' | 'dock' | 'end' | undefined;
  /** Function of the page, by its name on `window.hooks`, that runs before the step; needs the skill `before`. */
  readonly before?: string | undefined;
  /** Goes on when this element is clicked; needs the skill `advance`. */
  readonly advanceOnClick?: string | undefined;
  readonly placement?: 'top' | 'bottom' | 'start' | 'end' | undefined;
  /** Fields of ours alone, added to the step of the document. */
  readonly ours?: object | undefined;
}

/** A tour in words that every library has. */
export interface Plan {
  readonly steps: readonly PlanStep[];
  /** Block the page behind the step; needs the skill `modal`. */
  readonly modal?: boolean | undefined;
  /** Name on `window.hooks` of what is asked before the tour may be left; needs the skill `confirm`. */
  readonly confirm?: string | undefined;
  /** The page does not scroll to targets; needs the skill `no-scroll`. */
  readonly still?: boolean | undefined;
  /** More elements to highlight; needs the skill `extra-highlights`. */
  readonly highlights?: readonly string[] | undefined;
  /** Escape does not leave; needs the skill `no-escape`. */
  readonly escapeStays?: boolean | undefined;
  /** Fields of ours alone: of the campaign, of the tour's props, of the document, of the settings. */
  readonly ours?:
    | {
        readonly campaign?: object | undefined;
        readonly props?: object | undefined;
        readonly document?: object | undefined;
        readonly settings?: object | undefined;
        /** More campaigns. */
        readonly campaigns?: readonly object[] | undefined;
        /** What the visitor allows (default: all). */
        readonly consent?: readonly string[] | undefined;
      }
    | undefined;
}

/** What a library can be asked for at all; what it cannot is not applicable, not failed. */
export type Skill =
  | 'functions'
  | 'elements'
  | 'wait'
  | 'skip'
  /** Names its last button itself. */
  | 'labels'
  | 'before'
  | 'confirm'
  | 'confirm-async'
  | 'advance'
  | 'modal'
  | 'no-scroll'
  | 'no-escape'
  | 'remove-step'
  | 'extra-highlights'
  | 'go-to'
  | 'events'
  | 'side';

/** What happened, in words that every library has. */
export interface LogEntry {
  readonly type: 'started' | 'shown' | 'missing' | 'completed' | 'dismissed';
  /** Step, where it is one. */
  readonly id?: string | undefined;
  readonly reason?: string | undefined;
}

/** One library under test. */
export interface Player {
  readonly name: string;
  readonly version: string;
  /** Markup for the head of every page. */
  readonly tags: string;
  /** What `/player.js` is. */
  readonly script: string;
  /** What `/player.css` is. */
  readonly style?: string | undefined;
  /** CSS selectors; they look through open shadow roots. */
  readonly parts: {
    readonly box: string;
    readonly next: string;
    readonly back: string;
    readonly close: string;
    /** The cut-out: an element whose box it is, or a path with a hole. */
    readonly spot: string;
    readonly arrow: string;
    /** Brings back a step that gave way to what the visitor does; absent: a step never gives way. */
    readonly resume?: string | undefined;
    /** Everything of the library in the page, for counting what it leaves behind. */
    readonly own: string;
  };
  readonly skills: ReadonlySet<Skill>;
  /** Listeners that stay for other elements of the page until the library is stopped, as owner and type. */
  readonly keeps?: readonly string[] | undefined;
  /** Imports the library on Node and makes a tour of it without starting it. */
  readonly onNode: {
    /** Folder whose packages it imports. */
    readonly folder: string;
    readonly script: string;
    readonly args?: readonly string[] | undefined;
  };
}

/** What the script of a player puts on `window.player`. */
export interface PagePlayer {
  /** Starts the tour of `window.plan`; resolves when the library has taken it. */
  start(): Promise<void>;
  /** Steps through the library's functions; absent: a visitor's act is the only way. */
  next?(): unknown;
  back?(): unknown;
  goTo?(index: number): unknown;
  /** Ends the tour from the page. */
  cancel(): unknown;
  log(): Promise<readonly LogEntry[]>;
  /** The side of the target on which the box says it is. */
  side?(): string | null;
  removeStep?(id: string): unknown;
  addListener?(listener: () => void): () => void;
}
