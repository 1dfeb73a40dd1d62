import { askBackend } from '../doctor/ask-backend.ts';
import { findBrowser } from '../doctor/find-browser.ts';
import { judge } from '../doctor/judge.ts';
import type { Check, PageReport, ServerReport } from '../doctor/page-report.ts';
import { visit } from '../doctor/visit.ts';
import { baseOf, type Connection, readConnection } from '../server/connection.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, UsageError } from './command.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Loads pages of a shop in a browser and says what is right, and how to mend what is not. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Load pages of a shop in a browser and say what is right, and the cure for what is not.',
  usage: 'doctor URL [URL…] [--click SELECTOR] [--ci] [--json]',
  options: {
    click: { type: 'string', help: 'element to click first: the yes of your consent banner' },
    browser: { type: 'string', help: 'path of Chrome, Chromium or Edge (default: found, or CHROMIUM)' },
    ci: { type: 'boolean', help: 'exit code 1 when something is wrong' },
    json: { type: 'boolean', help: 'print the lines as JSON' },
    url: { type: 'string', help: 'address of the server, for the last webhook (default: regulars login)' },
    token: { type: 'string', help: 'token (default: that of regulars login)' },
  },
  examples: [
    'doctor https://shop.example',
    'doctor https://shop.example https://shop.example/p/teapot https://shop.example/cart --click "#yes"',
    'doctor https://staging.shop.example --ci --json',
  ],
  async run({ files, options }, terminal) {
    if (files.length === 0)
      throw new UsageError('Give the address of a page, and best one of a product and the cart too.');
    const urls = files.map((one) => (/^https?:/.test(one) ? one : baseOf(one)));
    const how = { click: text(options.click), browser: text(options.browser) };
    const connection = await readConnection(options).catch(() => null);
    const { reports, backend } = await visitAll(urls, how, connection, terminal);
    const checks = judge(reports, backend, Date.now());
    const isWrong = checks.some(({ state }) => state === 'bad');
    if (options.json) terminal.out(JSON.stringify({ ok: !isWrong, checks }, null, 2));
    else for (const check of checks) print(check, terminal);
    return isWrong && options.ci ? 1 : 0;
  },
};

/** Looks at the pages for their endpoint, then once more for what the document asks for. */
async function visitAll(
  urls: readonly string[],
  { click, browser: named }: Readonly<Record<'click' | 'browser', string | undefined>>,
  connection: Connection | null,
  terminal: Terminal,
): Promise<{ readonly reports: readonly PageReport[]; readonly backend: ServerReport }> {
  const executablePath = await findBrowser(named, process);
  const { launch } = await import('puppeteer-core').catch((cause: unknown) => {
    throw new Error('doctor drives the browser by puppeteer-core: npm install puppeteer-core', { cause });
  });
  const browser = await launch({ executablePath, args: ['--no-sandbox'] });
  const look = async (selectors: readonly string[]): Promise<readonly PageReport[]> => {
    const found: PageReport[] = [];
    for (const [at, url] of urls.entries()) {
      terminal.progress(`Looking at ${url} (${at + 1} of ${urls.length})`);
      found.push(await visit(browser, url, { click, selectors }));
    }
    return found;
  };
  try {
    const first = await look([]);
    const [tag] = first.flatMap(({ scripts }) => scripts);
    const endpoint = tag?.endpoint ? new URL(tag.endpoint, urls[0]).href.replace(/\/+$/, '') : null;
    const backend = await askBackend(endpoint, tag?.key ?? null, connection);
    return { backend, reports: backend.selectors.length > 0 ? await look(backend.selectors) : first };
  } finally {
    await browser.close();
  }
}

function print({ id, state, says, cure }: Check, terminal: Terminal): void {
  const mark = { good: '✓', bad: '✗', unseen: '–' }[state];
  const color = { good: 'green', bad: 'red', unseen: 'yellow' } as const;
  terminal.out(`${terminal.paint(color[state], mark)} ${id.padEnd(10)} ${says}`);
  if (cure) terminal.out(`             ${cure}`);
}
