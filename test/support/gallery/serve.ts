import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { build } from 'esbuild';

const here = new URL('.', import.meta.url);
const csp = "default-src 'self'; trusted-types lit-html; require-trusted-types-for 'script'";

/** Serves the widget gallery under the shop's Content Security Policy; port 0 picks a free one. */
export async function serveGallery(port: number): Promise<{ readonly url: string; readonly server: Server }> {
  const { outputFiles } = await build({
    entryPoints: [new URL('gallery.ts', here).pathname],
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['source'],
    outdir: '/',
    write: false,
  });
  const scripts = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const server = createServer(async ({ url = '/' }, response) => {
    const path = url.split('?')[0] ?? '/';
    const [type, body] = await answer(path, scripts);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': type,
      'content-security-policy': csp,
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/`, server };
}

async function answer(
  path: string,
  scripts: ReadonlyMap<string, string>,
): Promise<readonly [string, string | undefined]> {
  if (path === '/')
    return ['text/html; charset=utf-8', await readFile(new URL('gallery.html', here), 'utf8')];
  if (path === '/gallery.css') return ['text/css', await readFile(new URL('gallery.css', here), 'utf8')];
  const picture = /^\/picture-(\d+)\.svg$/.exec(path);
  if (picture) return ['image/svg+xml', drawing(Number(picture[1]))];
  return ['text/javascript', scripts.get(path)];
}

function drawing(index: number): string {
  const hue = (index * 47 + 20) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600"><rect width="600" height="600" fill="hsl(${hue} 35% 88%)"/><circle cx="300" cy="320" r="${120 + (index % 3) * 30}" fill="hsl(${hue} 40% 55%)"/><rect x="${230 - index * 4}" y="150" width="${140 + index * 8}" height="90" rx="20" fill="hsl(${hue} 42% 42%)"/></svg>`;
}
