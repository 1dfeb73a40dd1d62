import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { countsReporter } from './counts-reporter.mjs';
import { fakeBackend } from './fake-backend.mjs';
import { fakePages } from './fake-pages.mjs';

const require = createRequire(import.meta.url);
const chromeArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const launchers = {
  chromium: () =>
    chromeLauncher({
      concurrency: 2,
      launchOptions: {
        executablePath: process.env.CHROMIUM || '/usr/bin/chromium-headless-shell',
        headless: true,
        args: chromeArgs,
      },
    }),
  firefox: () =>
    chromeLauncher({
      concurrency: 1,
      puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr',
        headless: true,
      },
    }),
  webkit: () =>
    webdriverLauncher({
      hostname: '127.0.0.1',
      port: Number(process.env.WKPORT),
      path: '/',
      automationProtocol: 'webdriver',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {
          binary: process.env.WEBKIT || '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
          args: ['--automation'],
        },
      },
    }),
};
const serve = (url, file) => async (ctx, next) => {
  if (ctx.path !== url) return next();
  ctx.type = 'text/javascript';
  ctx.set('cache-control', 'no-store');
  ctx.set('service-worker-allowed', '/');
  ctx.body = createReadStream(file);
};
const browsers = (process.env.BROWSERS ?? 'chromium').split(',');
const root = new URL('../..', import.meta.url).pathname;
export default {
  rootDir: root,
  // Browser rooms; schema, server, cli, demo and architecture tests run on node:test.
  files: ['packages/{core,adapters,widgets,sdk}/src/**/*.test.ts'],
  nodeResolve: { browser: true, exportConditions: ['source', 'browser', 'development'] },
  concurrency: browsers.includes('webkit') ? 1 : 2,
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: `${root}packages/tsconfig.base.json`,
    }),
  ],
  middleware: [
    serve('/mockServiceWorker.js', require.resolve('msw/mockServiceWorker.js')),
    fakeBackend(),
    fakePages(),
  ],
  browsers: browsers.map((b) => launchers[b]()),
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: !process.env.CI }),
    countsReporter(),
  ],
  coverage: !!process.env.COVERAGE,
  coverageConfig: {
    include: ['packages/*/src/**'],
    reportDir: 'coverage',
    reporters: ['text-summary', 'lcovonly'],
  },
  testFramework: { config: { timeout: 10000 } },
  browserStartTimeout: 60000,
  testsStartTimeout: 60000,
  testsFinishTimeout: 120000,
};
