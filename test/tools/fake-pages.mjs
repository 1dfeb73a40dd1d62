/**
 * Middleware of the browser test runner: `/fake-page?csp=…&body=…` answers a page with that content policy and that
 * body, for tests of script tags and policies in a frame of their own.
 */
export function fakePages() {
  return async (ctx, next) => {
    if (ctx.path !== '/fake-page') return next();
    const { csp, head = '', body = '' } = ctx.query;
    ctx.set('cache-control', 'no-store');
    if (csp) ctx.set('content-security-policy', csp);
    ctx.type = 'text/html';
    ctx.body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>${head}</head><body>${body}</body></html>`;
  };
}
