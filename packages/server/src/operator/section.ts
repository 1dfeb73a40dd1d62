import type { ServerContext } from '../context.ts';
import type { LiveTopic } from '../live-bus.ts';
import type { Operator, Role } from './account.ts';
import type { Html } from './format.ts';
import type { messages } from './messages.ts';

/** What a section may know of a request. */
export interface SectionRequest {
  readonly context: ServerContext;
  readonly operator: Operator;
  /** Value of a path or query parameter; the empty string when absent. */
  readonly param: (name: string) => string;
}

/** One room's part of the operator page: a page and the same content as JSON. */
export interface Section {
  readonly id: keyof typeof messages.sections;
  /** Path under `/operator/` and under `/operator/api/`. */
  readonly path: string;
  readonly role: Role;
  /** Stands in the menu. */
  readonly listed: boolean;
  /** What refreshes it. */
  readonly topics: readonly LiveTopic[];
  /** Reads the content and how to show it; `null`: there is no such thing. */
  read(request: SectionRequest): Promise<{ readonly content: unknown; readonly view: Html } | null>;
}

/** A section of typed content. */
export function defineSection<T>(
  section: Omit<Section, 'read'> & {
    readonly load: (request: SectionRequest) => Promise<T | null>;
    readonly view: (content: T, request: SectionRequest) => Html;
  },
): Section {
  const { load, view, ...rest } = section;
  return {
    ...rest,
    async read(request) {
      const content = await load(request);
      return content === null ? null : { content, view: view(content, request) };
    },
  };
}
