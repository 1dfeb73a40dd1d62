import type { CodedProblem } from '@regulars/core';
import type { RegularsOptions } from '../regulars-port.ts';

/** Options as found on a page; `key` may be missing. */
export type PageConfig = Partial<RegularsOptions>;

const names = ['key', 'endpoint', 'document', 'index', 'locale', 'consent', 'collect', 'tools'] as const;
const blockId = 'regulars-config';

/**
 * Reads the configuration of a script tag from every place a shop can put it; later ones win: the JSON block
 * `#regulars-config`, `window.regularsConfig` (may hold functions), parameters of the script's address, its data attributes.
 */
export function readConfig(scriptUrl: string, report: (problem: CodedProblem) => void): PageConfig {
  const parameters = new URL(scriptUrl).searchParams;
  const tag = findTags(scriptUrl)[0];
  return {
    ...readBlock(report),
    ...Object((globalThis as { readonly regularsConfig?: unknown }).regularsConfig),
    ...pick((name) => parameters.get(name)),
    ...pick((name) => tag?.getAttribute(`data-${name}`)),
  };
}

/** Script tags of this very address; a module script has no `document.currentScript`. */
export function findTags(scriptUrl: string): readonly HTMLScriptElement[] {
  return [...document.scripts].filter(({ src }) => src === scriptUrl);
}

function readBlock(report: (problem: CodedProblem) => void): PageConfig {
  const text = document.getElementById(blockId)?.textContent;
  try {
    return text ? Object(JSON.parse(text)) : {};
  } catch (cause) {
    report({
      code: 'config-not-json',
      message: `#${blockId} holds no JSON`,
      cause,
    });
    return {};
  }
}

/** `data-tools` alone means yes, `data-tools="false"` means no. */
function pick(read: (name: string) => string | null | undefined): PageConfig {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = read(name);
      return value == null ? [] : [[name, name === 'tools' ? value !== 'false' : value]];
    }),
  );
}
