import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

const firstOf = (paths) => paths.find((path) => path && existsSync(path));

const macApp = (name) => `/Applications/${name}.app/Contents/MacOS/${name}`;
const windowsPrograms = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter(Boolean);
const onWindows = (...parts) => windowsPrograms.map((folder) => join(folder, ...parts));

const places = {
  shell: () => [process.env.CHROMIUM, onPath('chromium-headless-shell')],
  chromium: () => [
    onPath('chromium'),
    onPath('chromium-browser'),
    onPath('google-chrome'),
    onPath('google-chrome-stable'),
    macApp('Chromium'),
    macApp('Google Chrome'),
    ...onWindows('Google', 'Chrome', 'Application', 'chrome.exe'),
    ...onWindows('Chromium', 'Application', 'chrome.exe'),
  ],
  firefox: () => [
    process.env.FIREFOX,
    onPath('firefox-esr'),
    onPath('firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...onWindows('Mozilla Firefox', 'firefox.exe'),
  ],
};

const miniBrowser = () =>
  firstOf(['x86_64', 'aarch64'].map((arch) => `/usr/lib/${arch}-linux-gnu/webkit2gtk-4.1/MiniBrowser`));

/** Where each browser of this machine is; undefined for the absent. `chromium` prefers the headless shell, it starts sooner. */
export function findEngines() {
  const full = firstOf(places.chromium());
  const webkit = onPath('WebKitWebDriver') && onPath('Xvfb') ? miniBrowser() : undefined;
  return {
    chromium: firstOf(places.shell()) ?? full,
    fullChromium: full,
    firefox: firstOf(places.firefox()),
    webkit,
  };
}

const isDebian = () => {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release) && onPath('apt-get') !== undefined;
};

const apt = (args) =>
  spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0;

const wanted = ['chromium-headless-shell', 'chromium', 'chromium-browser'];

/**
 * A Chromium, installed from the system's packages when none is found on Debian or Ubuntu and we may.
 * Returns its path, or the sentence that tells a person how to get one.
 */
export function ensureChromium() {
  const found = findEngines().chromium;
  if (found) return { path: found };
  const command = isDebian()
    ? 'apt-get update && apt-get install -y chromium'
    : "your system's installer for Chromium or Google Chrome";
  const cure = `No Chromium was found: run \`${isDebian() ? `sudo sh -c "${command}"` : command}\`, or set CHROMIUM to its path, and run the command again.`;
  if (!isDebian() || process.getuid?.() !== 0) return { sentence: cure };
  console.log("no Chromium was found, installing it from the system's packages …");
  apt(['update', '-qq']);
  for (const name of wanted) {
    if (apt(['install', '-y', '-qq', '--no-install-recommends', name])) {
      const path = findEngines().chromium;
      if (path) return { path };
    }
  }
  return { sentence: cure };
}
