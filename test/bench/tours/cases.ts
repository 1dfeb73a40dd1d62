import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tempFolder } from '../../support/temp-folder.ts';

/** What became of one scenario for one library in one engine and size. */
export interface CaseResult {
  /** `T12`. */
  readonly id: string;
  readonly title: string;
  readonly library: string;
  /** `chromium`, `phone`, `firefox` or `firefox-phone`. */
  readonly place: string;
  readonly passed: boolean;
  /** The scenario cannot be said to this library; then `passed` is of the nearest that can. */
  readonly notApplicable?: string | undefined;
  /** First lines of the failure. */
  readonly failure?: string | undefined;
}

interface Spec {
  readonly title: string;
  readonly tests: readonly {
    readonly projectName: string;
    readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    readonly results: readonly {
      readonly status: string;
      readonly errors?: readonly { readonly message?: string }[];
    }[];
  }[];
}
interface Suite {
  readonly specs?: readonly Spec[];
  readonly suites?: readonly Suite[];
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of the terminal are taken out
const colours = /\u001b\[\d+m/g;

const specsOf = ({ specs = [], suites = [] }: Suite): readonly Spec[] => [
  ...specs,
  ...suites.flatMap(specsOf),
];

function firstLines(message: string): string {
  const lines = message.replace(colours, '').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '))
    .slice(0, 4)
    .join(' · ')
    .slice(0, 240);
}

/** Plays the scenarios with the libraries in the places named `library/place`. Rejects when the runner wrote nothing. */
export async function playCases(options: {
  readonly projects: readonly string[];
  /** Where pictures of failures go. */
  readonly pictures: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Promise<readonly CaseResult[]> {
  const folder = tempFolder();
  const file = join(folder, 'cases.json');
  const args = ['test', '-c', 'test/conformance/tours/bench.config.ts', '--reporter=line,json'];
  const child = spawn(
    join(root, 'node_modules/.bin/playwright'),
    [...args, ...options.projects.map((one) => `--project=${one}`)],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...options.env,
        NODE_OPTIONS: '--conditions=source',
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        TOURS_PICTURES: options.pictures,
      },
    },
  );
  await new Promise((resolve) => child.on('close', resolve));
  if (!existsSync(file)) throw new Error('the scenarios were not played, see above');
  const cases = readCases(file);
  rmSync(folder, { recursive: true, force: true });
  return cases;
}

/** Reads what Playwright's JSON reporter wrote; what was not run to its end is left out. */
export function readCases(file: string): readonly CaseResult[] {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Suite;
  return specsOf(report).flatMap(({ title, tests }) =>
    tests.flatMap(({ projectName, annotations, results }) => {
      const [library = '', place = ''] = projectName.split('/');
      const last = results.at(-1);
      if (!last || last.status === 'interrupted') return [];
      const passed = last.status === 'passed';
      const reasons = annotations
        .filter(({ type }) => type === 'n/a')
        .map(({ description }) => description ?? '');
      return {
        ...{ id: title.slice(0, 3), title: title.slice(4), library, place, passed },
        ...(reasons.length > 0 ? { notApplicable: [...new Set(reasons)].join('; ') } : {}),
        ...(passed ? {} : { failure: firstLines(last.errors?.[0]?.message ?? last.status) }),
      };
    }),
  );
}
