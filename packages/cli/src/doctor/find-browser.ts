import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { UsageError } from '../commands/command.ts';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chromium-headless-shell',
  'microsoft-edge',
];

/** Where browsers stand that are on no path. */
function installed({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): readonly string[] {
  if (platform === 'darwin')
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  if (platform !== 'win32') return [];
  return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
}

/**
 * A browser of the Chromium family on this machine: the one that was named, `CHROMIUM`, else one on the path or where it is usually installed.
 * @throws UsageError when there is none, with the cure.
 */
export async function findBrowser(
  named: string | undefined,
  process: Pick<NodeJS.Process, 'platform' | 'env'>,
): Promise<string> {
  const { env } = process;
  const wished = named ?? env.CHROMIUM;
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = wished
    ? [wished]
    : [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...installed(process)];
  for (const path of candidates) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  throw new UsageError(
    wished
      ? `There is no browser at ${wished}.`
      : 'No browser was found: install Chrome, Chromium or Edge, or name one with --browser PATH (or the variable CHROMIUM).',
  );
}
