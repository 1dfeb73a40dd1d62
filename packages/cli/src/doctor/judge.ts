import { bad, good, unique, unseen } from './check.ts';
import { judgeSelectors, judgeSlots } from './judge-places.ts';
import type { Check, PageReport, ServerReport } from './page-report.ts';

/** Judges what the pages and the server told; one line per thing that has to be right, in the order to mend them. */
export function judge(pages: readonly PageReport[], server: ServerReport, now: number): readonly Check[] {
  return [
    judgeScript(pages),
    judgePolicy(pages),
    judgeEndpoint(server),
    judgeDocument(pages, server),
    judgeConsent(pages),
    judgePageView(pages),
    judgeAct(pages, 'product', ['product_viewed'], 'a product page'),
    judgeAct(
      pages,
      'cart',
      ['cart_viewed', 'cart_product_added'],
      'the cart, or a page on which a product is added',
    ),
    judgeAct(pages, 'order', ['order_placed'], 'the page after an order'),
    judgeWebhook(server, now),
    judgeSlots(pages),
    judgeSelectors(pages, server),
  ];
}

function judgeScript(pages: readonly PageReport[]): Check {
  const silent = pages.find(({ running }) => !running);
  if (!silent) return good('script', 'The script runs.');
  if (silent.status === 0 || silent.status >= 400)
    return bad(
      'script',
      `${silent.url} answered ${silent.status || 'nothing'}.`,
      'Give an address that loads.',
    );
  const [tag] = silent.scripts;
  return tag
    ? bad(
        'script',
        `The script ${tag.src} does not start on ${silent.url}.`,
        'Open that address in a browser: it has to answer JavaScript. A tag needs data-key.',
      )
    : bad(
        'script',
        `No script of Regulars is on ${silent.url}.`,
        'Add the tag: <script type="module" src="…/regulars.js" data-key="…" data-endpoint="…"></script>',
      );
}

function judgePolicy(pages: readonly PageReport[]): Check {
  const typed = pages
    .flatMap(({ problems }) => problems)
    .find(({ code }) => code === 'trusted-types-blocked');
  if (typed) return bad('csp', 'Trusted Types keep the elements out.', typed.message);
  const refused = unique(pages.flatMap(({ violations }) => violations));
  if (refused.length === 0)
    return good('csp', 'The Content-Security-Policy and Trusted Types let everything through.');
  const [directive = ''] = refused[0]?.split(' ') ?? [];
  return bad(
    'csp',
    `The Content-Security-Policy refuses: ${refused.join(', ')}.`,
    `Add that origin to ${directive} in the Content-Security-Policy; regulars’ build prints the lines.`,
  );
}

function judgeEndpoint({ endpoint, healthy }: ServerReport): Check {
  if (!endpoint)
    return bad(
      'endpoint',
      'The page names no endpoint: nothing is sent.',
      'Give the tag data-endpoint="https://…/regulars".',
    );
  return healthy
    ? good('endpoint', `${endpoint} answers.`)
    : bad(
        'endpoint',
        `${endpoint} does not answer at /health.`,
        'Start the server, or mend data-endpoint: it ends as the option basePath says.',
      );
}

function judgeDocument(pages: readonly PageReport[], { document }: ServerReport): Check {
  const problem = pages.flatMap(({ problems }) => problems).find(({ code }) => code.startsWith('document-'));
  if (problem || document === false)
    return bad(
      'document',
      `The document could not be read${problem ? ` (${problem.code}: ${problem.message})` : ''}.`,
      'Publish one, and mind the write key in its address: …/v1/document/KEY.json.',
    );
  const count = Math.max(0, ...pages.map(({ campaigns }) => campaigns.length));
  return count > 0
    ? good('document', `The document is there: ${count} campaigns.`)
    : bad('document', 'The document holds no campaign.', 'Publish one: regulars init, push, publish.');
}

function judgeConsent(pages: readonly PageReport[]): Check {
  const told = pages.map(({ consent }) => consent).find((one) => one?.state === 'answered');
  return told
    ? good('consent', `Consent is told: ${told.granted.join(', ')}.`)
    : bad(
        'consent',
        'Nobody told what the visitor allowed: everything waits.',
        'Name your consent platform (data-consent="…") or call regulars.setConsent([...]). To answer your banner here: --click "SELECTOR of its yes".',
      );
}

function judgePageView(pages: readonly PageReport[]): Check {
  return pages.every(({ events }) => events.includes('page_viewed'))
    ? good('page view', 'Every page is counted.')
    : bad('page view', 'A page view was not recorded.', 'It needs leave to measure: see consent.');
}

/** An act that only some pages can show. */
function judgeAct(
  pages: readonly PageReport[],
  id: 'product' | 'cart' | 'order',
  names: readonly string[],
  where: string,
): Check {
  const seen = pages.find(({ events }) => names.some((name) => events.includes(name)));
  if (seen) {
    const from = seen.sources[id];
    return good(
      id,
      `Recognised on ${seen.url}, from ${from.length > 0 ? from.join(' and ') : 'the shop’s own call'}.`,
    );
  }
  const told = pages.find(({ sources }) => sources[id].length > 0);
  return told
    ? bad(
        id,
        `${told.url} tells of it (${told.sources[id].join(' and ')}), but no event came of it.`,
        'An id or a price is missing there, or there is no leave to measure.',
      )
    : unseen(
        id,
        'No page that was given shows one.',
        `Give the address of ${where} too. Shops without a data layer or JSON-LD call regulars.track('${names[0]}', …).`,
      );
}

function judgeWebhook({ webhookAt }: ServerReport, now: number): Check {
  const id = 'webhook';
  if (webhookAt === undefined)
    return unseen(id, 'Not asked.', 'Sign in: regulars login ADDRESS --token TOKEN.');
  if (webhookAt === null)
    return bad(
      id,
      'The shop never told of an order.',
      'Send signed order webhooks to …/v1/orders: points and results come from them.',
    );
  const days = Math.floor((now - webhookAt) / 864e5);
  const when = `${new Date(webhookAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return days <= 7
    ? good(id, `Last order told ${when}.`)
    : bad(
        id,
        `The last order was told ${days} days ago (${when}).`,
        'Look whether the shop still sends its webhooks, and with the right secret.',
      );
}
